export default function teardown() {
  globalThis.removeTestFirm?.();
}
