/** What stands beyond the edge of the window, and text that is cut off. Runs in the page. */
export function misplaced(): string[] {
  const name = (element: Element): string => element.outerHTML.replace(/>.*/s, '>').slice(0, 120);
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element | null): boolean => element !== null && element !== document.body && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const faults = document.documentElement.scrollWidth > width ? [`${document.documentElement.scrollWidth} px wide`] : [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (!element.checkVisibility({ contentVisibilityAuto: false }) || element.closest('.vh')) continue;
    const box = element.getBoundingClientRect();
    if ((box.right > width + 1 || box.left < -1) && box.width && !scrolls(element.parentElement)) faults.push(`${name(element)} ends at ${Math.round(box.right)}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    if (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) faults.push(`${name(element)} is cut off at its side`);
    if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1) faults.push(`${name(element)} is cut off at its foot`);
  }
  return faults;
}
