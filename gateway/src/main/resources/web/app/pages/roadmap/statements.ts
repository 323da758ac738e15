import type { Amount } from '../../language/format';
import * as format from '../../language/format';
import { dictionary } from '../../language/language';
import { money } from './money';
import type { Statement } from './shapes';

const t = dictionary(
    {
        pace: 'Published shares of renewable electricity grew by {pace} points a year, to {latest} %. The target needs {needed} points a year from there on, {times} times that pace.',
        distance12: 'Scope 1 + 2: the validated target is {level}. The latest published figure is {latest}, {distance} away. This scenario projects {projected}, {projectedDistance} {side} the target.',
        distance3: 'Scope 3: the validated target is {level}. The latest published figure is {latest}, {distance} away. This scenario projects {projected}, {projectedDistance} {side} the target.',
        credits: 'In the net target’s year {gross} are emitted and {credits} stay above the target. Credits for them would cost {cost} a year, at {price} a tonne; {low} to {high} at other prices.',
        creditsOnePrice: 'In the net target’s year {gross} are emitted and {credits} stay above the target. Credits for them would cost {cost} a year, at {price} a tonne.',
        noCredits: 'In the net target’s year nothing stays above the target, so that no credits are needed.',
        above: 'above',
        below: 'below',
    },
    {
        pace: '已披露的可再生电力占比每年提高 {pace} 个百分点，最近为 {latest}%。目标要求此后每年提高 {needed} 个百分点，是该速度的 {times} 倍。',
        distance12: '范围一和二：经验证的目标为 {level}；最近披露值为 {latest}，相差 {distance}。本情景预测 {projected}，{side}目标 {projectedDistance}。',
        distance3: '范围三：经验证的目标为 {level}；最近披露值为 {latest}，相差 {distance}。本情景预测 {projected}，{side}目标 {projectedDistance}。',
        credits: '净零目标年排放 {gross}，其中 {credits} 高于目标。按每吨 {price}计，购买碳信用每年需 {cost}；按其他价格为 {low} 至 {high}。',
        creditsOnePrice: '净零目标年排放 {gross}，其中 {credits} 高于目标。按每吨 {price}计，购买碳信用每年需 {cost}。',
        noCredits: '净零目标年没有高于目标的排放，无需碳信用。',
        above: '高于',
        below: '低于',
    },
);

/** A number of a statement by its name. */
export function numberOf(statement: Statement | undefined, name: string): number | null {
    return format.number(statement?.numbers.find(each => each.name === name)?.value);
}

export function unitOf(statement: Statement | undefined, name: string): string {
    return statement?.numbers.find(each => each.name === name)?.unit ?? '';
}

/** A statement in the reader's language, made of its numbers; in the words of the API where this page does not know it. */
export function sentence(statement: Statement): string {
    switch (statement.id) {
        case 'renewable-pace':
            return pace(statement) ?? statement.text;
        case 'distance-scope-1-2':
        case 'distance-scope-3':
            return distance(statement) ?? statement.text;
        case 'credits-left':
            return credits(statement) ?? statement.text;
        default:
            return statement.text;
    }
}

function pace(statement: Statement): string | null {
    const [paced, needed, latest] = ['pace', 'needed', 'latestShare'].map(name => numberOf(statement, name));
    if (paced == null || needed == null || latest == null || paced <= 0) {
        return null;
    }
    const text = (value: Amount): string => format.ratio(value) ?? '';
    return t('pace', { pace: text(paced), needed: text(needed), latest: format.recorded(latest) ?? '', times: format.amount(needed / paced) ?? '' });
}

function distance(statement: Statement): string | null {
    const mass = (name: string): string | null => format.joined(format.mass(numberOf(statement, name)));
    const projectedDistance = numberOf(statement, 'projectedDistance');
    const [level, latest, away, projected] = ['level', 'latest', 'distance', 'projected'].map(mass);
    if (projectedDistance === null || level == null || latest == null || away == null || projected == null) {
        return null;
    }
    return t(statement.id === 'distance-scope-3' ? 'distance3' : 'distance12', {
        level,
        latest,
        distance: away,
        projected,
        projectedDistance: format.joined(format.mass(Math.abs(projectedDistance))) ?? '',
        side: t(projectedDistance > 0 ? 'above' : 'below'),
    });
}

function credits(statement: Statement): string | null {
    const needed = numberOf(statement, 'credits');
    const cost = numberOf(statement, 'cost');
    if (needed === 0) {
        return t('noCredits');
    }
    if (needed === null || cost === null) {
        return null;
    }
    const currency = unitOf(statement, 'pricePerTonne');
    const paid = (name: string): string => format.joined(money(numberOf(statement, name), currency)) ?? '–';
    return t(numberOf(statement, 'costLow') === null ? 'creditsOnePrice' : 'credits', {
        gross: format.joined(format.mass(numberOf(statement, 'gross'))) ?? '–',
        credits: format.joined(format.mass(needed)) ?? '',
        cost: paid('cost'),
        price: paid('pricePerTonne'),
        low: paid('costLow'),
        high: paid('costHigh'),
    });
}
