package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A reader of Chinese reads Chinese: what is English on a page says that it is (WCAG 3.1.2,
/// language of parts), apart from ids, units and short forms.
class ChineseIT {

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    static Stream<String> views() {
        return Stream.of(
                "overview?period=2021",
                "inventory?period=2021",
                "inventory?period=2021&scope=SCOPE_1",
                "inventory?period=2021&view=published",
                "inventory?period=2021&view=change",
                "inventory?period=2021&view=certainty",
                "inventory?period=2021&view=status",
                "energy?period=2021&view=use",
                "energy?period=2021&view=green",
                "energy?period=2021&view=onsite",
                "energy?period=2021&view=hours",
                "datacenters?period=2021",
                "roadmap",
                "roadmap?year=2030",
                "roadmap?view=levers",
                "roadmap?view=costs",
                "roadmap?view=uncertainty",
                "roadmap?view=checks",
                "roadmap?view=comparison",
                "roadmap?view=history",
                "roadmap?view=backtest",
                "data",
                "data?tab=factors",
                "data?tab=sites",
                "data?tab=keys");
    }

    @ParameterizedTest
    @MethodSource("views")
    void whatIsNotChineseSaysSo(String view) {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        browser.choose("#language", "zh");

        DASHBOARD.go(view);

        assertThat(browser.run(ENGLISH)).isEmpty();
    }

    /// Words of English in the texts of a page and in what is read aloud of it, each with the
    /// element it stands in. A word with a digit, a slash or a hyphen in it is an id, what stands
    /// between quotation marks is a name, and capitals alone are a short form if they are few.
    private static final String ENGLISH =
            """
            const allowed = new Set(['kWh', 'MWh', 'GWh', 'kgce', 'tce', 'Cookie', 'WORLD', 'diesel', 'admin', 'group', 'huailai', 'qingpu', 'qingyuan', 'yizheng', 'chongqing']);
            const apart = 'code, script, style, noscript, .record, [translate=no]';
            const isEnglish = word => /^[A-Z]{2,}(_[A-Z0-9]+)+$/.test(word) || /^[A-Z]{5,}$/.test(word) || (/^[A-Za-z’']{3,}$/.test(word) && /[a-z]/.test(word));
            const found = [];
            const look = (element, text) => {
                const marked = element.closest('[lang]').lang;
                if (!marked.startsWith('zh') || element.closest(apart) !== null) {
                    return;
                }
                const words = text.replace(/“[^”]*”/g, ' ').split(/[\\s\\u3000-\\u303f\\uff00-\\uffef\\u4e00-\\u9fff‘·–—…()×+=<>]+/u)
                    .map(word => word.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, ''))
                    .filter(word => isEnglish(word) && !allowed.has(word));
                if (words.length > 0) {
                    const place = element.closest('[id]');
                    found.push(`#${place === null ? '' : place.id} ${element.localName}: ${words.slice(0, 8).join(' ')}`);
                }
            };
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                look(walker.currentNode.parentElement, walker.currentNode.data);
            }
            for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
                for (const name of ['aria-label', 'title', 'placeholder']) {
                    look(element, element.getAttribute(name) ?? '');
                }
            }
            return [...new Set(found)].join('\\n');
            """;
}
