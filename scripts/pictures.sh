#!/bin/sh
# Writes the pictures of screenshots/ anew from the program, then the PNG of the README and of a page of a procès-verbal.
# Needs rsvg-convert (Debian: librsvg2-bin), pdftoppm (poppler-utils) and the font DejaVu Sans Mono.
set -eu
cd "$(dirname "$0")/.."
HEMICYCLE_WRITE_PICTURES=1 cargo test --quiet --test screenshots
for picture in screenshots/*.svg; do
    rsvg-convert --zoom 1.5 "$picture" --output "${picture%.svg}.png"
done

evening=$(mktemp -d)
trap 'rm -rf "$evening"' EXIT
cp -R sessions/exemple-soiree.ron sessions/exemple-soiree.notes sessions/deroules "$evening"
hemicycle="cargo run --quiet --release --"
$hemicycle saisir "$evening/exemple-soiree.ron" "$evening/deroules/exemple-soiree.ron"
$hemicycle pv "$evening/exemple-soiree.ron" -o "$evening/pv.pdf"
pdftoppm -f 3 -l 3 -r 90 -png -singlefile "$evening/pv.pdf" screenshots/proces-verbal
