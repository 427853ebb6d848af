/**
 * Adds the style of what a script makes, so that pages without that script do not carry it.
 * A sheet that is made here needs no permission from the page's policy.
 */
export function dress(style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
