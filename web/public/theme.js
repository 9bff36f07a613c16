// Runs before the first paint, so that a chosen theme never flashes the other one. A file, not inline, for the CSP.
try {
  const theme = localStorage.getItem('daybook.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be forbidden: the system's theme is then the right one.
}
