#!/bin/sh
# Writes the pictures of screenshots/ anew from the program, then the PNG of the README.
# Needs rsvg-convert (Debian: librsvg2-bin) and the font DejaVu Sans Mono.
set -eu
cd "$(dirname "$0")/.."
HEMICYCLE_WRITE_PICTURES=1 cargo test --quiet --test screenshots
for picture in appel vote apercu salle; do
    rsvg-convert --zoom 1.5 "screenshots/$picture.svg" --output "screenshots/$picture.png"
done
