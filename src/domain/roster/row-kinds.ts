import { clean, fold } from '../vietnamese.ts'

/** "Tổng cộng: 404 đồng chí./." With its marks, as Tống Công Minh is a person. */
export const isTotal = (text: string): boolean =>
  /^(tổng( cộng| số| hợp)?\s*([:(\d]|$)|cộng\s*([:(\d]|$)|(ấn định )?danh sách (này )?(có|gồm|ấn định)|ấn định)/i.test(
    text,
  ) ||
  /^(tong (cong|so)|cong)\s*([:(\d]|$)/.test(fold(text)) ||
  /^tổng (cộng|số) .*\d/i.test(text)

/** What stands at the end of a list: place and date, on whose behalf, who drew it up, who receives it. */
export const isClosing = (text: string): boolean =>
  /ngày[\s\d.…]*tháng[\s\d.…]*năm/i.test(text) ||
  /^(TM|T\/M|KT|K\/T|TL|T\/L|TUQ)[.\s]/.test(text) ||
  /^(người lập|thủ trưởng|nơi nhận|xác nhận|ký tên|\(ký|lập biểu|thay mặt)/i.test(text)

/** The row of column numbers that forms have below their head. */
export const isColumnNumbers = (texts: readonly string[]): boolean =>
  texts.every(text => /^(\(?\d{1,2}\)?|\(?[A-Z]\)?)$/.test(text))

/** The row that shows in our template how it is done. */
export const isExample = (number: string): boolean => /^(vd|ví dụ)\b/i.test(number)

export const isArabic = (text: string): boolean => /^\d{1,5}[.)]?$/.test(text)
export const isNumeral = (text: string): boolean => /^([IVXLC]+|[A-Z]|\d{1,3}(\.\d{1,3})*)[.)]?$/.test(text)

/** "II. LĐLĐ huyện Văn Lâm (30 đồng chí)" → "LĐLĐ huyện Văn Lâm" */
export const headingText = (text: string): string =>
  clean(text)
    .replace(/^([IVXLC]+|[A-Z]|\d{1,3})\s*[.):/-]\s*/, '')
    .replace(/[\s:(–-]*\d+\s*(đồng chí|đ\/c|người|cán bộ|đại biểu|học viên)\s*\)?\s*[.;:]?$/i, '')
    .replace(/[\s:;,.]+$/, '')

/** Headings by post, not by unit: the people below stay where they were. */
export const isCategory = (text: string): boolean =>
  /^(ban (chap hanh|thuong vu|thuong truc)|bch|btv|uy ban kiem tra|ubkt|uy vien|can bo|chu tich|lanh dao|thuong truc|dai bieu|thanh phan|danh sach|khach moi|du khuyet|chinh thuc|ban nu cong)\b/.test(
    fold(text),
  )
