/** Fields (links, page numbers, forms): an instruction that is not printed, then mostly a result that is. They may stand in each other. */
interface FieldStack {
  begin(): void;
  /** The instruction ends, the result begins. */
  separate(): void;
  end(): void;
  /** A paragraph ends: an instruction that has not ended is broken, and must not swallow what follows. */
  endParagraph(): void;
  /** True inside an instruction; takes the character for it. */
  swallows(char: string): boolean;
  /** How many fields are printed by what their instruction says, which is not worked out. */
  unread(): number;
}

/** Fields that print nothing. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADDIN|NEXT|NEXTIF|SKIPIF|ADVANCE|HYPERLINK)\b|^\s*$/i;
const INSTRUCTION_CHARS_MAX = 40;

/** Makes a stack with no field open. */
export function createFieldStack(): FieldStack {
  const open: { instruction: string; inResult: boolean }[] = [];
  let instructions = 0;
  let unread = 0;
  const showResult = (field: { inResult: boolean } | undefined) => {
    if (field === undefined || field.inResult) return;
    field.inResult = true;
    instructions--;
  };
  return {
    begin() {
      open.push({ instruction: '', inResult: false });
      instructions++;
    },
    separate() {
      showResult(open.at(-1));
    },
    end() {
      const field = open.pop();
      if (field === undefined || field.inResult) return;
      instructions--;
      if (instructions === 0 && !SILENT.test(field.instruction)) unread++;
    },
    endParagraph() {
      for (const field of open) showResult(field);
      open.length = 0;
    },
    swallows(char) {
      if (instructions === 0) return false;
      const field = open.at(-1)!;
      if (!field.inResult && field.instruction.length < INSTRUCTION_CHARS_MAX) field.instruction += char;
      return true;
    },
    unread: () => unread,
  };
}
