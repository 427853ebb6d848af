// Ctrl+K, or ⌘+K, puts the cursor into the page's search field from anywhere.
addEventListener('keydown', (event) => {
  if (!/^k$/i.test(event.key) || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
  // Every page has one, the masthead's or its own.
  const field = document.querySelector<HTMLInputElement>('[name=q]')!;
  event.preventDefault();
  field.focus();
  field.select();
});
