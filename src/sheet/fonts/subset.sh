#!/bin/sh
# Makes the two fonts of the sheet anew: Debian 12's fonts-noto-core (20201225-1) and fonttools (4.38.0).
#   apt-get install fonts-noto-core fonttools && sh src/sheet/fonts/subset.sh
set -eu
here=$(dirname "$0")

# Latin for every European language and Vietnamese, modern Greek, Cyrillic, and the punctuation that phones type.
# Emoji and other scripts are drawn by the phone's own text engine.
characters='U+0020-007E,U+00A0-024F,U+0259,U+02B0-02B8,U+02BB-02BD,U+02C6-02C7,U+02C9,U+02D8-02DD'
characters="$characters,U+0300-0304,U+0306-030C,U+030F,U+0311-0313,U+031B,U+0323-0328,U+032D-032E,U+0330-0331,U+0337-0338"
characters="$characters,U+0370-03FF,U+0400-045F,U+0462-0463,U+0472-0475,U+048A-04FF,U+1E00-1EFF"
characters="$characters,U+2010-2027,U+202F-203A,U+203C,U+2044,U+2070-209C,U+20A0-20BF,U+2116,U+2117,U+2120,U+2122"
characters="$characters,U+2126,U+212E,U+2150-215F,U+2212,U+2215,U+221E,U+2248,U+2260,U+2264-2265,U+25CC,U+FB00-FB04,U+FFFD"

for weight in Regular Bold; do
  # No shaping tables: text is set glyph by glyph. No hints: a PDF is drawn at print resolution.
  SOURCE_DATE_EPOCH=0 pyftsubset "/usr/share/fonts/truetype/noto/NotoSans-$weight.ttf" \
    --unicodes="$characters" --layout-features='' --no-hinting --no-legacy-kern --no-glyph-names \
    --drop-tables+=GPOS,GSUB,GDEF,gasp,meta --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline \
    --output-file="$here/NotoSans-$weight.ttf"
done
