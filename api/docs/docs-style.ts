/** What the page of the contract has beside the look of the other pages. */
export const docsStyle = `
.docs-head {
  position: sticky;
  top: 0;
  z-index: 1;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 20px;
  padding: 10px 24px;
  border-bottom: 1px solid var(--line);
  background: var(--surface);
  font-size: 14px;
}
.docs-head nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-left: auto; }
.finder[hidden] { display: none; }
.finder { display: flex; align-items: center; gap: 8px; color: var(--quiet); }
.finder input {
  min-height: 32px;
  width: min(260px, 60vw);
  padding: 4px 10px;
  border: 1px solid var(--line-control);
  border-radius: 8px;
  background: transparent;
  color: var(--text);
  font: inherit;
}
main { max-width: 860px; padding: 24px 24px 96px; grid-template-columns: minmax(0, 1fr); }
h1 { font-size: 15px; font-weight: 600; color: var(--text); }
h2 { font-size: 20px; margin-top: 24px; }
.guide > h2 { margin-top: 0; }
h3 { font-size: 15px; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
[id] { scroll-margin-top: 96px; }
a { color: var(--accent); }
code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
pre {
  margin: 8px 0 0;
  padding: 12px 14px;
  overflow-x: auto;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--back);
}
.guide { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
.guide > dl { grid-template-columns: 1fr; gap: 2px; }
.guide > dl dt { color: var(--text); font-weight: 600; }
.guide > dl dd { margin-bottom: 10px; }
ol { margin: 0; padding-left: 24px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
.entry {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 6px;
  padding: 14px 18px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--surface);
  content-visibility: auto;
  contain-intrinsic-size: auto 160px;
}
.entry:target { border-color: var(--accent); }
.entry[hidden], .guide[hidden] { display: none; }
.entry p { font-size: 14px; }
.entry dl { grid-template-columns: minmax(160px, 2fr) 3fr; font-size: 14px; gap: 6px 16px; }
.entry dt { color: var(--text); overflow-wrap: anywhere; }
@media (max-width: 640px) {
  .entry dl { grid-template-columns: 1fr; gap: 0; }
  .entry dd { margin-bottom: 8px; }
  .docs-head nav { margin-left: 0; }
  [id] { scroll-margin-top: 160px; }
}
`
