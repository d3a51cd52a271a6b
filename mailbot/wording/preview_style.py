"""The looks of the preview page: a list on the left, emails as paper on the right; light and dark, narrow and wide."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --ground: #eef1f4; --paper: #ffffff; --ink: #1d2733; --quiet: #566373;
  --line: #d3dae1; --accent: #1f5f8b; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14191f; --paper: #1d242c; --ink: #e6ebf0; --quiet: #a3b0bd; --line: #37424e; --accent: #8cc4ec; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; display: grid; grid-template-columns: 15rem minmax(0, 1fr); background: var(--ground);
  color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1rem; background: var(--paper);
  border-right: 1px solid var(--line); }
nav h1 { margin: 0 0 .25rem; font-size: 1.25rem; line-height: 1.3; }
nav p { margin: 0 0 1rem; color: var(--quiet); font-size: .9rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav li { padding: .4rem 0; border-top: 1px solid var(--line); }
nav a { color: var(--accent); font-weight: 600; text-decoration: none; }
nav a:hover, nav a:focus { text-decoration: underline; }
nav span { display: block; color: var(--quiet); font-size: .82rem; }
main { padding: 1.5rem 1.5rem 4rem; max-width: 92rem; }
section { margin-bottom: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
  overflow: hidden; scroll-margin-top: 1rem; }
section > header { padding: 1rem 1.25rem; border-bottom: 1px solid var(--line); }
.name { margin: 0; color: var(--accent); font-size: .85rem; font-weight: 600; }
h2 { margin: 0; font-size: 1.2rem; line-height: 1.35; overflow-wrap: anywhere; }
.parts { display: grid; grid-template-columns: minmax(0, 36.5rem) minmax(0, 1fr); gap: 1px;
  background: var(--line); }
figure { margin: 0; min-width: 0; padding: .75rem 1.25rem 1.25rem; background: var(--paper); }
figcaption { margin-bottom: .5rem; color: var(--quiet); font-size: .8rem; }
pre { margin: 0; overflow-x: auto; font: 12.5px/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
iframe { display: block; width: 100%; border: 1px solid var(--line); border-radius: 6px; background: #ffffff;
  color-scheme: light; }
details { padding: .75rem 1.25rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .9rem; }
details pre { margin-top: .5rem; }
summary { cursor: pointer; }
@media (max-width: 75rem) {
  .parts { grid-template-columns: minmax(0, 1fr); }
  pre { font-size: 14px; }
}
@media (max-width: 60rem) {
  body { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  nav ol { max-height: 14rem; overflow-y: auto; }
  main { padding: 1rem; }
}
""".strip()
