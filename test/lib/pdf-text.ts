import { inflateSync } from 'node:zlib';

/** The words of a PDF of ours as a reader copies them: page by page, a line for each paragraph and each cell. */
export function pdfText(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id, body]) => [id!, body!]),
  );
  const stream = (id: string): string => {
    const [head, bytes] = (objects.get(id) ?? '').split(/stream\n/, 2);
    if (bytes === undefined) throw new Error(`object ${id} of the PDF is not a stream`);
    const data = Buffer.from(bytes.replace(/\nendstream$/, ''), 'latin1');
    return (/\/FlateDecode/.test(head!) ? inflateSync(data) : data).toString('latin1');
  };
  const referred = (body: string, key: string): string | undefined => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1];

  const fontsOf = (page: string): Map<string, string[]> => {
    const resources = objects.get(referred(page, 'Resources') ?? '') ?? page;
    return new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
        const letters = referred(objects.get(id!) ?? '', 'ToUnicode');
        if (!letters) throw new Error(`font ${name} of the PDF does not say which letters its glyphs are`);
        return [name!, lettersOf(stream(letters))];
      }),
    );
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  return pages
    .map((page) => {
      const fonts = fontsOf(page);
      let letters: string[] = [];
      const words: string[] = [];
      for (const [, font, set] of stream(referred(page, 'Contents')!).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
        if (font) letters = fonts.get(font) ?? [];
        else words.push(lettered(set!, letters));
      }
      // words are set one by one, the space after each with it
      return words.map((word) => (word.endsWith(' ') ? word : `${word}\n`)).join('');
    })
    .join('\n');
}

const lettered = (set: string, letters: readonly string[]): string =>
  [...set.matchAll(/<([0-9a-f]*)>/gi)]
    .flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
    .map((glyph) => letters[parseInt(glyph, 16)] ?? '\ufffd')
    .join('');

/** By glyph, from a font's table of them. */
function lettersOf(table: string): string[] {
  const letters: string[] = [];
  for (const [, from, , list] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    [...list!.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], i) => {
      const units = (hex!.replaceAll(' ', '').match(/.{4}/g) ?? []).map((four) => parseInt(four, 16));
      letters[parseInt(from!, 16) + i] = String.fromCharCode(...units);
    });
  }
  return letters;
}
