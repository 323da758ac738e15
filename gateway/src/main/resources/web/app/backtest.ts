import { type Child, type Column, el, figure, table } from './dom';
import * as format from './format';
import { answerOf, Panel } from './panel';
import type { BackTest, Score } from './shapes';
import { words } from './words';

const ALL = 'ALL';

interface Horizon {
    years: number;
    scores: Score[];
}

export const backTestPanel: Panel<BackTest> = new Panel('backtest', {
    load: answerOf<BackTest>(() => '/api/roadmap/backtest'),
    show,
    showNothing: () => undefined,
});

function show(test: BackTest): void {
    const ofAll = test.scores.filter(score => score.company === ALL && score.kind === ALL);
    const horizons = [...new Set(ofAll.map(score => score.horizon))]
        .sort((a, b) => a - b)
        .map(years => ({ years, scores: ofAll.filter(score => score.horizon === years) }));
    backTestPanel.content.replaceChildren(
        table(
            `Typical error of projections, ${test.companies.length} companies`,
            columns(test.methods.map(each => each.method)),
            horizons,
        ),
        bands(test),
    );
}

function columns(methods: string[]): Column<Horizon>[] {
    return [
        { head: 'Years ahead', cell: row => String(row.years) },
        { head: 'Cases', numeric: true, cell: row => figure(format.recorded(row.scores[0]?.n), 'none') },
        ...methods.map(method => ({ head: words(method), numeric: true, cell: (row: Horizon) => error(row, method) })),
    ];
}

/** The smallest error of a row stands out. */
function error(row: Horizon, method: string): Child {
    const score = row.scores.find(each => each.method === method);
    if (score === undefined) {
        return figure(null, 'not scored');
    }
    const shown = figure(format.share(Math.expm1(score.meanAbsoluteLogError)), 'not scored');
    const smallest = Math.min(...row.scores.map(each => each.meanAbsoluteLogError));
    return score.meanAbsoluteLogError === smallest ? el('strong', {}, shown) : shown;
}

function bands(test: BackTest): HTMLElement {
    const unseen = test.bandsUnseen.find(each => each.company === ALL && each.horizon === 0);
    return el(
        'p',
        { class: 'muted' },
        'How far projections as of an earlier year were off what was published later: as a percentage, from the mean of |ln(projected / published)|.',
        unseen === undefined
            ? null
            : ` Between P10 and P90 lay ${format.share(unseen.insideShare)} of ${format.recorded(unseen.n)} outcomes of companies whose series the bands were made without; 80% is aimed at.`,
    );
}
