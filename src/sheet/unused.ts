// jsPDF's optional canvg, html2canvas and dompurify (105 KB gzip) resolve to this: nothing here draws HTML or SVG.
export default undefined
