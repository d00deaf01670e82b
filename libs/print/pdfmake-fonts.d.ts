/** The fonts that ship with pdfmake. */
declare module 'pdfmake/fonts/Roboto.js' {
  const fonts: Record<'Roboto', Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>;
  export default fonts;
}

/** Files that pdfmake looks for here before it looks on the disk. */
declare module 'pdfmake/js/virtual-fs.js' {
  const module: { default: { writeFileSync(name: string, content: Buffer): void } };
  export default module;
}
