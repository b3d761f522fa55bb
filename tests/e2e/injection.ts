/**
 * Strings that would do something if anything took them for more than text. What runs sets `ran`; what loads asks a
 * foreign address, which the phone of the tests reports.
 */
const run = 'globalThis.ran=1'
const away = 'https://example.invalid/x'

const html = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<img src="${away}">`,
  `<svg onload="${run}"></svg>`,
  `<body onload=${run}>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="${away}"></iframe>`,
  `<object data="${away}"></object>`,
  `<embed src="${away}">`,
  `<link rel=stylesheet href="${away}">`,
  `<meta http-equiv=refresh content="0;url=${away}">`,
  `<base href="${away}/">`,
  `<form action="${away}"><button autofocus onfocus=${run}>`,
  `<input autofocus onfocus="${run}">`,
  `<details open ontoggle="${run}">x</details>`,
  `<video src=x onerror=${run}></video>`,
  `<a href="javascript:${run}">x</a>`,
  `<math><mtext><style><img src onerror=${run}></style></mtext></math>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<template><script>${run}</script></template>`,
  `<textarea></textarea><script>${run}</script>`,
  `<dialog open>Locked</dialog>`,
  `<button>Erase everything</button>`,
  `<!--><script>${run}</script>-->`,
  `<![CDATA[<script>${run}</script>]]>`,
  `<x contenteditable onblur=${run}>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<portal src="${away}">`,
]
const svg = [
  `<svg><script>${run}</script></svg>`,
  `<svg><image href="${away}"/></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}>#x"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><foreignObject><body onload=${run}></foreignObject></svg>`,
  `<svg><set attributeName=href to="javascript:${run}"/></svg>`,
]
const css = [
  `</style><script>${run}</script>`,
  `<style>*{background:url(${away})}</style>`,
  `<style>main{display:none}</style>`,
  `<p style="position:fixed;inset:0">Saved at 02:00.</p>`,
  `color:red;background:url(${away})`,
  `@import url(${away});`,
  `expression(${run})`,
]
const shapes = [
  `{"type":"img","props":{"src":"x","onerror":"${run}"}}`,
  `{"constructor":null,"type":"div","props":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${run}>"}}}`,
  `{"type":"script","props":{"children":"${run}"},"key":null,"ref":null,"__k":null,"__v":1}`,
  `{"__proto__":{"ran":1}}`,
  `{"constructor":{"prototype":{"ran":1}}}`,
  `[{"__html":"<b>bold</b>"}]`,
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  '[object Object]',
  'undefined',
  'null',
  'NaN',
  'true',
  '-0',
  '1e309',
]
const turned = [
  '\u202egnihton dias eH\u202c',
  '\u202dforced\u202c',
  '\u202aembedded\u202c',
  '\u202bembedded\u202c',
  '\u2066isolate',
  '\u2067isolate',
  '\u2068isolate',
  '\u2069\u2069\u2069 ends',
  '\u202c\u202c\u202c ends',
  'invoice\u202efdp.exe',
  '\u202e12:30 \u2066 21-06-2026',
  'flat \u202e21\u202c',
  'שכן \u202eabc',
  'جار \u202dabc',
  '\u200f\u200e\u061cmarks',
  'a\u200bb\u2060c\ufeffd',
]
const pdf = [
  ') Tj ET Q BT (other words) Tj',
  '(unbalanced \\( ) \\',
  '>> endobj 1 0 obj << /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>',
  'endstream endobj xref trailer << /Root 1 0 R >> startxref 0 %%EOF',
  '/AA << /O << /S /Launch /F (cmd.exe) >> >>',
  '<</S/URI/URI(https://example.invalid/x)>>',
  '<feff003c>',
  '\\050\\051\\\\',
  '/ActualText (something else)',
  'EMC /Artifact BMC',
]
const others = [
  'javascript:globalThis.ran=1',
  'JaVaScRiPt://%0aglobalThis.ran=1',
  'data:text/html,<script>parent.ran=1</script>',
  'vbscript:ran',
  'blob:null/x',
  'file:///etc/passwd',
  '//example.invalid/x',
  'https://example.invalid/?q=%00',
  'mailto:x@example.invalid?bcc=y@example.invalid',
  'tel:999;ext=1',
  '#/settings',
  '#/log?x',
  '../../../x',
  '%2e%2e%2f',
  "'; DROP TABLE entries; --",
  '{{constructor.constructor("ran=1")()}}',
  '$' + '{globalThis.ran=1}',
  '<%= ran %>',
  '#{ran}',
  '"><script>globalThis.ran=1</script>',
  "'onmouseover='globalThis.ran=1",
  '`-alert(1)-`',
  '&lt;script&gt;',
  '&#60;img src=x onerror=ran&#62;',
  '=HYPERLINK("https://example.invalid/x")',
  '+cmd|calc!A1',
  '-2+3',
  '@SUM(1)',
  '\u0000\u0001\u001b[31mred\u001b[0m',
  '\u0085\u2028\u2029',
  '\ufffe\uffff',
  '￿',
  'Z̸̡̢a̷͝l̵g̶o̴'.repeat(3),
]
/** As somebody might hide them: each in other letters, quotes or ends. */
const hidden = [...html, ...svg, ...css].flatMap(text => [
  `"'>${text}`,
  text.replaceAll('<', '\uff1c').replaceAll('>', '\uff1e'),
])

export const hostile: readonly string[] = [
  ...html,
  ...svg,
  ...css,
  ...shapes,
  ...turned,
  ...pdf,
  ...others,
  ...hidden,
]

/** The strings, as many in one as fit, so that a field takes several at once. */
export function batches(longest: number): string[] {
  const all: string[] = []
  for (const text of hostile) {
    const last = all.at(-1)
    if (last !== undefined && last.length + text.length + 3 <= longest)
      all[all.length - 1] = `${last} | ${text}`
    else all.push(text)
  }
  return all
}
