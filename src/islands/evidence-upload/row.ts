/** One file in the list: its name, how far it is, what became of it. */
export interface Row {
  say(words: string): void;
  /** From 0 to 1; null hides the bar. */
  progress(share: number | null): void;
  refused(sentence: string): void;
  done(sentence: string): void;
  /** Offers a button to send it again. */
  broken(sentence: string, again: () => void): void;
}

export function addRow(list: HTMLElement, name: string): Row {
  const item = document.createElement('li');
  const title = document.createElement('b');
  title.textContent = name;
  const words = document.createElement('p');
  words.textContent = 'Đang chờ gửi';
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.hidden = true;
  bar.setAttribute('aria-label', `Đã gửi của ${name}`);
  item.append(title, words, bar);
  list.append(item);
  let button: HTMLButtonElement | null = null;
  const say = (sentence: string) => {
    button?.remove();
    button = null;
    item.classList.remove('is-refused');
    words.textContent = sentence;
  };
  return {
    say,
    progress(share) {
      bar.hidden = share === null;
      bar.value = share ?? 0;
    },
    refused(sentence) {
      say(sentence);
      bar.hidden = true;
      item.classList.add('is-refused');
    },
    done(sentence) {
      say(sentence);
      bar.hidden = true;
    },
    broken(sentence, again) {
      say(sentence);
      bar.hidden = true;
      button = document.createElement('button');
      button.type = 'button';
      button.className = 'button is-small';
      button.textContent = 'Gửi lại';
      button.setAttribute('aria-label', `Gửi lại ${name}`);
      button.addEventListener('click', again);
      title.after(button);
    },
  };
}
