const reacting = new Set<() => void>();
let onPaper = false;

addEventListener('beforeprint', () => turn(true));
addEventListener('afterprint', () => turn(false));

/** Whether the page is being printed. */
export function printing(): boolean {
    return onPaper;
}

/** Calls back before the page is printed and after it, until the answer is called. What is to be on paper is there when the call ends. */
export function onPrinting(react: () => void): () => void {
    reacting.add(react);
    return () => reacting.delete(react);
}

function turn(next: boolean): void {
    onPaper = next;
    reacting.forEach(react => react());
}
