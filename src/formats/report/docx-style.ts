import { AlignmentType, BorderStyle, convertMillimetersToTwip, type IStylesOptions, LineRuleType } from 'docx'

/** How wide the text of a page is, in twentieths of a point: A4 less its margins. */
export const textWidth = convertMillimetersToTwip(210 - 2 * 20)
/** The page: A4 with even margins. */
export const page = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(20),
    bottom: convertMillimetersToTwip(20),
    left: convertMillimetersToTwip(20),
    right: convertMillimetersToTwip(20),
  },
}

export const colours = { ink: '1D1D1B', quiet: '4A4A48', line: 'C4C4C0', link: '17406D', wash: 'F2F5F8', state: 'FFF6E0', mark: 'B35C00' }
const font = 'Arial'
const heading = (size: number, before: number) => ({
  run: { font, size, bold: true, color: colours.link },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
})

/** The styles of the paper: Word's own headings, so that its navigation and its table of contents know them. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 20, color: colours.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font, size: 40, bold: true, color: colours.ink }, paragraph: { spacing: { after: 60 } } },
    heading1: heading(30, 360),
    heading2: heading(24, 280),
    heading3: heading(21, 200),
    hyperlink: { run: { color: colours.link, underline: {} } },
  },
  paragraphStyles: [
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 22 } },
    { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: 18, color: colours.quiet }, paragraph: { spacing: { before: 80 } } },
    {
      id: 'State',
      name: 'State',
      basedOn: 'Normal',
      paragraph: { border: { left: { style: BorderStyle.SINGLE, size: 24, color: colours.mark, space: 6 } }, keepLines: true },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 16 },
      paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: 'NumberCell', name: 'Number cell', basedOn: 'Cell', paragraph: { alignment: AlignmentType.RIGHT } },
    {
      id: 'TableCaption',
      name: 'Table caption',
      basedOn: 'Normal',
      run: { size: 18, bold: true },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    {
      id: 'Answer',
      name: 'Answer',
      basedOn: 'Normal',
      run: { size: 32, bold: true },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { after: 40 } },
    },
  ],
}
