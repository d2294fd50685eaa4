import { describe, expect, it } from 'vitest';
import { headAndFoot, paperFields } from './paper-fields.ts';

describe('the head and the foot of a paper', () => {
  it('say what is usual until a person types something else, which may be nothing', () => {
    const fresh = paperFields({}, 'BC', null);
    expect(fresh).toMatchObject({
      number: null,
      symbol: 'BC',
      place: '',
      recipients: ['Như trên', 'Lưu: VT'],
    });
    const kept = { symbol: 'BC-UBND', place: 'Việt Trì', recipients: [] };
    expect(paperFields(kept, 'BC', 'Phú Thọ')).toEqual({ ...fresh, ...kept });
  });

  it('stand in the official paper, without a line of authority where none was typed', () => {
    const fields = paperFields({ signerTitle: 'CHỦ TỊCH', signerName: 'Lê Văn A' }, 'KH', 'Phú Thọ');
    expect(headAndFoot(fields)).toMatchObject({
      symbol: 'KH',
      place: 'Phú Thọ',
      signature: { authority: [], title: 'CHỦ TỊCH', name: 'Lê Văn A' },
    });
    expect(headAndFoot({ ...fields, authority: 'TM. ỦY BAN' }).signature.authority).toEqual(['TM. ỦY BAN']);
  });
});
