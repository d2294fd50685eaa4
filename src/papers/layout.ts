/**
 * The layout of official papers: the one place with measures, read by the DOCX and the PDF alike.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (thể thức, kỹ thuật trình bày văn bản hành chính). Where the decree
 * gives a range, the comment gives it in brackets and the value is our choice within it. "Ours" marks what the
 * decree leaves open. Lengths are in millimetres (`…Mm`), sizes of type in points (`…Pt`).
 */
export const LAYOUT = {
  /** Khổ giấy A4. */
  page: { widthMm: 210, heightMm: 297 },
  /** Định lề trang: top and bottom [20–25], left [30–35], right [15–20]. */
  margin: { topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15 },
  /** Số trang: top centre, from page 2, size of the body [13–14]; its distance from the edge is ours. */
  pageNumber: { sizePt: 14, fromTopMm: 9 },
  /** Ours: the head has no frame; its right side holds the Quốc hiệu (88.3 mm at 12 pt) with some air. */
  head: { leftMm: 73, rightMm: 92 },
  /** Quốc hiệu: capitals, bold [12–13]. */
  nation: { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', sizePt: 12 },
  /** Tiêu ngữ: bold [13–14], one size above the Quốc hiệu; the rule beneath is as long as the line. */
  motto: { text: 'Độc lập - Tự do - Hạnh phúc', sizePt: 13, ruleShare: 1 },
  /** Cơ quan chủ quản: capitals, upright [12–13]. */
  superior: { sizePt: 12 },
  /** Cơ quan ban hành: capitals, bold [12–13]; rule beneath of 1/3–1/2 of the line. */
  issuer: { sizePt: 12, ruleShare: 0.42 },
  /** Số, ký hiệu: upright, 13. */
  number: { sizePt: 13 },
  /** Địa danh và thời gian: italic [13–14]. */
  placeAndDate: { sizePt: 13 },
  /** Tên loại: capitals, bold [13–14]. */
  kind: { sizePt: 14 },
  /** Trích yếu: bold [13–14]; rule beneath of 1/3–1/2 of the line. */
  subject: { sizePt: 14, ruleShare: 0.42 },
  /**
   * Nội dung: [13–14], justified, first line [10 or 12.7 mm], at least 6 pt between paragraphs, line spacing
   * [1–1.5] times the single line of the typeface.
   */
  body: { sizePt: 14, firstLineMm: 12.7, afterParagraphPt: 6, lineSpacing: 1.1 },
  /** Chức vụ, họ tên của người ký: bold [13–14]; the space for signature and stamp between them is ours. */
  signature: { sizePt: 14, spaceMm: 27 },
  /** Nơi nhận: the words bold italic 12, the list upright 11. */
  recipients: { labelPt: 12, listPt: 11, widthMm: 78 },
  /** Ours: the decree does not speak of tables inside the text. */
  table: { sizePt: 12, insetXMm: 1.4, insetYMm: 0.8, strokePt: 0.5, landscapeMarginMm: 20 },
  /** Ours: thickness of the rules and their distance from the line above. */
  rule: { strokePt: 0.75, gapPt: 3 },
  /** Times New Roman has a single line of 0.891 + 0.216 + 0.042 em; Tinos, used in the PDF, has the same metrics. */
  face: { docx: 'Times New Roman', pdf: 'Tinos', ascentEm: 0.891, descentEm: 0.216, singleLineEm: 1.149 },
} as const;

/**
 * A form that is printed, filled in by hand and signed: the least of the decree's ranges, and less room for the signature
 * (ours), so that whoever signs has what they sign on the same sheet.
 */
export const FORM_LAYOUT = {
  ...LAYOUT,
  body: { ...LAYOUT.body, sizePt: 13, firstLineMm: 10, lineSpacing: 1 },
  signature: { ...LAYOUT.signature, sizePt: 13, spaceMm: 18 },
} as const;

/** Width of the text between the margins, in mm. */
export const TEXT_WIDTH_MM = LAYOUT.page.widthMm - LAYOUT.margin.leftMm - LAYOUT.margin.rightMm;

/** Width of the text on a landscape page, in mm. */
export const LANDSCAPE_WIDTH_MM = LAYOUT.page.heightMm - 2 * LAYOUT.table.landscapeMarginMm;
