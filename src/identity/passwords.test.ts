import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, oneTimePassword, passwordProblem } from './passwords.ts';

describe('a password', () => {
  it('is kept as argon2id with the cost that OWASP asks for, and differs each time', async () => {
    const [one, other] = await Promise.all([hashPassword('một câu dễ nhớ'), hashPassword('một câu dễ nhớ')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, 'một câu dễ nhớ')).toBe(true);
    expect(await isPassword(one, 'một câu dễ nhơ')).toBe(false);
  });

  it('is the same in both ways of typing its marks', async () => {
    const composed = 'mật khẩu của tôi'.normalize('NFC');
    expect(await isPassword(await hashPassword(composed), composed.normalize('NFD'))).toBe(true);
  });

  it('is never right where there is none', async () => {
    expect(await isPassword(null, '')).toBe(false);
    expect(await isPassword(null, 'một câu dễ nhớ')).toBe(false);
  });

  it('leaves the program free while it is hashed', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await Promise.all(Array.from({ length: 6 }, (_, n) => hashPassword(`một câu dễ nhớ ${n}`)));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });
});

describe('a password is refused', () => {
  it.each([
    ['too short', 'chín ký t', 'ít nhất 10 ký tự'],
    ['too long', 'a1b2'.repeat(51), 'dài quá 200'],
    ['the user name', 'NguyenThiHoa', 'trùng với tên đăng nhập'],
    ['the user name with marks', 'Nguyễn Thị Hoa', 'trùng với tên đăng nhập'],
    ['the user name with a year', 'nguyenthihoa2018', 'trùng với tên đăng nhập'],
    ['among the worst', 'Mật khẩu 123', 'quá dễ đoán'],
    ['a row of digits', '1234567890', 'quá dễ đoán'],
    ['one letter again and again', 'aaaaaaaaaaaaaa', 'quá dễ đoán'],
    ['two letters again and again', 'ababababababab', 'quá dễ đoán'],
  ])('when it is %s', (_why, password, sentence) => {
    expect(passwordProblem(password, 'nguyenthihoa')).toContain(sentence);
  });

  it.each(['con trâu đi cày', 'nguyenthihoa va em gai', 'Tr0i-xanh-9', `${'đ'.repeat(9)}abcd`])(
    'but not when it is %s',
    (password) => {
      expect(passwordProblem(password, 'nguyenthihoa')).toBeNull();
    },
  );
});

describe('a one-time password', () => {
  it('can be read from paper and is good enough for everybody', () => {
    fc.assert(
      fc.property(fc.uuid(), (key) => {
        const password = oneTimePassword(key);
        expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
        expect(passwordProblem(password, 'nguyenthihoa')).toBeNull();
      }),
    );
  });

  it('is the same for the same form sent twice, and another for another', () => {
    expect(oneTimePassword('khoa-1')).toBe(oneTimePassword('khoa-1'));
    expect(new Set(Array.from({ length: 500 }, (_, n) => oneTimePassword(`khoa-${n}`))).size).toBe(500);
  });

  it('uses every letter about equally', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 2000; n++)
      for (const letter of oneTimePassword(String(n)).replaceAll('-', ''))
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(31);
    const expected = (2000 * 16) / 31;
    for (const count of counts.values()) expect(Math.abs(count - expected) / expected).toBeLessThan(0.25);
  });
});
