//! The style sheet of a page: for a wide screen, a narrow one, and paper.

use std::fmt::Write as _;

use crate::french::papers::DRAFT;
use crate::french::web;
use crate::look::{Look, Rgb};

use super::escape::css_string;

/// The whole style sheet. What depends on the look comes first, as variables; the rest is the same for everyone.
pub fn sheet(look: &Look, reference: &str, is_draft: bool) -> String {
    let Rgb(red, green, blue) = look.accent;
    let mut sheet = format!(
        ":root {{\n  --police: {}, \"Liberation Serif\", \"Times New Roman\", serif;\n  --corps: {}pt;\n  --couleur: \
         #{red:02x}{green:02x}{blue:02x};\n}}\n",
        css_string(&look.family),
        look.size
    );
    sheet.push_str(EVERYWHERE);
    let (width, height) = look.sheet;
    let margins = look.margins;
    // Writing into a `String` cannot fail.
    let _ = writeln!(
        sheet,
        "@page {{\n  size: {width}mm {height}mm;\n  margin: {}mm {}mm {}mm {}mm;",
        margins.top, margins.right, margins.bottom, margins.left
    );
    let mut corner = |place: &str, content: &str| {
        let _ = writeln!(
            sheet,
            "  @{place} {{ content: {content}; font: 8.5pt {}, serif; color: #404040; }}",
            css_string(&look.family)
        );
    };
    if is_draft {
        corner("top-right", &css_string(DRAFT));
    }
    corner("bottom-left", &css_string(reference));
    corner("bottom-right", &format!("{} counter(page) {} counter(pages)", css_string(web::PAGE), css_string(web::OF)));
    sheet.push_str("}\n");
    sheet.push_str(PRINT);
    if is_draft {
        // Not every browser prints the corners of a page; all of them repeat what is fixed.
        let _ = writeln!(
            sheet,
            "@media print {{\n  body::before {{\n    content: {};\n    position: fixed;\n    inset: 40% 0 auto 0;\n    \
             z-index: -1;\n    text-align: center;\n    font-size: 90pt;\n    letter-spacing: 0.1em;\n    color: #e4e4e4;\n    \
             transform: rotate(-35deg);\n  }}\n}}",
            css_string(DRAFT)
        );
    }
    sheet
}

/// Screens, wide and narrow, and what paper shares with them.
const EVERYWHERE: &str = "\
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light; background: #fff; color: #1a1a1a; -webkit-text-size-adjust: 100%; }
body {
  max-width: 46rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 3rem;
  font-family: var(--police);
  font-size: max(1rem, var(--corps));
  line-height: 1.45;
  overflow-wrap: break-word;
}
p { margin: 0 0 0.7em; }
p, h1, h2, h3, h4, h5, h6, th, td, caption, .noms li { white-space: pre-wrap; }
h1, h2, h3, h4, h5, h6 { color: var(--couleur); line-height: 1.25; margin: 1.4em 0 0.5em; text-wrap: balance; }
h1 { font-size: 1.5em; margin-top: 0.5em; }
h2 { font-size: 1.2em; border-bottom: 1px solid var(--couleur); padding-bottom: 0.15em; }
h3 { font-size: 1.08em; }
h4, h5, h6 { font-size: 1em; }
.entier { white-space: nowrap; }
.entete { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem; margin-bottom: 1.2rem; color: var(--couleur); }
.entete img { width: auto; max-width: 100%; }
.entete p { margin: 0; }
.entete p:first-child { font-weight: bold; }
.projet {
  display: inline-block;
  padding: 0.1em 0.8em;
  border: 2px solid #8a1f11;
  color: #8a1f11;
  font-weight: bold;
  letter-spacing: 0.15em;
}
.a-completer { background: #fff3bf; color: inherit; }
.objet, .decision { font-weight: bold; }
.decision { border-left: 4px solid var(--couleur); padding-left: 0.8em; }
.noms { margin: 0 0 0.8em; }
.noms p { margin: 0; font-weight: bold; }
.noms .neant { font-weight: normal; }
.noms ul { margin: 0.1em 0 0; padding: 0; list-style: none; }
.noms li { display: inline; }
li > p:only-child { margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 0.4em 0 1em; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.3em; }
th, td { border: 1px solid #767676; padding: 0.25em 0.5em; text-align: left; vertical-align: top; }
thead th { background: #efefef; }
tbody th { font-weight: normal; }
.nombre { text-align: right; font-variant-numeric: tabular-nums; }
/* Said to who hears the page: who sees it reads the heading just above. */
.vote caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table.vote { width: auto; min-width: 60%; }
table.vote td { min-width: 4em; }
.signatures { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1.5rem; margin-top: 1.5em; }
.signataire {
  display: flex;
  flex-direction: column;
  justify-content: space-between;
  flex: 1 1 12rem;
  min-height: 7em;
  text-align: center;
}
.signataire p { margin: 0; }
.signataire .nom { font-weight: bold; }
.tampon { border: 2px solid var(--couleur); padding: 0.6em 0.8em; margin: 1.2em 0; width: fit-content; max-width: 100%; }
.tampon p { margin: 0; }
.piece { border-left: 3px solid #767676; padding-left: 1rem; margin: 1.2em 0; }
.feuille { border: 0; border-top: 3px double #767676; margin: 2.5em 0; }
footer { margin-top: 2.5em; border-top: 1px solid #767676; padding-top: 0.4em; font-size: 0.85em; color: #404040; }
footer p { margin: 0; }
@media screen and (max-width: 30rem) {
  body { padding: 1rem 0.7rem 2rem; }
  h1 { font-size: 1.25em; }
  .entier { white-space: normal; }
  table.vote { width: 100%; }
  th, td { padding: 0.2em 0.35em; overflow-wrap: anywhere; }
  .piece { padding-left: 0.6rem; }
}
";

/// Paper: the size of the look, nothing torn apart, the heads of tables again on each page.
const PRINT: &str = "\
@media print {
  html { background: none; }
  body { max-width: none; padding: 0; font-size: var(--corps); line-height: 1.35; orphans: 3; widows: 3; }
  h1, h2, h3, h4, h5, h6, caption, .noms p { break-after: avoid; }
  h1, h2, h3, h4, h5, h6, .signatures, .ensemble, .tampon, .entete, table.vote, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  thead th { background: none; }
  .feuille { border: 0; margin: 0; break-after: page; }
  .projet, .a-completer { print-color-adjust: exact; }
}
";
