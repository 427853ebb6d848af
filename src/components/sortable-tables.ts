// Column headings of a page's tables become buttons that sort by their column; a second press turns the order round.
import { dress } from '../styles/dress.ts';
import style from '../styles/sort.css?inline';

const { lang } = document.documentElement;
const collator = new Intl.Collator(lang, { numeric: true });
dress(style);

for (const table of document.querySelectorAll('table')) {
  const body = table.tBodies[0]!;
  const value = (row: HTMLTableRowElement, column: number): string => {
    const cell = row.cells[column]!;
    return cell.dataset.sort ?? cell.textContent.trim();
  };
  [...table.tHead!.rows[0]!.cells].forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const up = heading.ariaSort !== 'ascending';
      for (const other of table.tHead!.rows[0]!.cells) other.removeAttribute('aria-sort');
      heading.ariaSort = up ? 'ascending' : 'descending';
      // Blank cells stay last in either order.
      const rows = [...body.rows].sort((a, b) => {
        const [left, right] = [value(a, column), value(b, column)];
        if (!left || !right) return Number(!left) - Number(!right);
        return collator.compare(left, right) * (up ? 1 : -1);
      });
      body.append(...rows);
    });
  });
}
for (const hint of document.querySelectorAll<HTMLElement>('.if-script')) hint.hidden = false;
