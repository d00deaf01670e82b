import type { Page } from 'playwright-core';

/** Makes every word a third longer, as German words are, and names what is cut off by it and cannot be read in full. */
export async function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const longer = (word: string): string => word + word.slice(0, Math.ceil(word.length * 0.35)).toLowerCase();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.parentElement?.closest('script, style, svg, [aria-hidden=true]')) continue;
      node.textContent = (node.textContent ?? '').replaceAll(/\p{L}{4,}/gu, longer);
    }
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, textOverflow, visibility } = getComputedStyle(element);
      if (element.clientWidth <= 1 || visibility === 'hidden' || !/hidden|clip/.test(overflowX)) continue;
      if (element.scrollWidth <= element.clientWidth + 1 || (element.textContent ?? '').trim() === '') continue;
      if (textOverflow === 'ellipsis' && element.closest('[title], a, button, [aria-describedby]')) continue;
      cut.push(`${element.className.toString().split(' ')[0]}: ${(element.textContent ?? '').trim().slice(0, 60)}`);
    }
    return [...new Set(cut)];
  });
}
