/** The rows of a list that is loaded page by page. */
export const rowsOf = <Row>(pages: readonly { items: Row[] }[]): Row[] => pages.flatMap(({ items }) => items);
