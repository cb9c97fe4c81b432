package dev.tradewind.guard.answer;

import java.util.List;

/// Answers to be given a program of one method, in the manners of different models. Each returns
/// `-slack * slack` where the parent returns `-slack`.
enum Answers {
    CHATTY(
            """
            Certainly! Here's an improved version of the heuristic:

            ```java
            import packing.PerBinRule;

            /// Scores a bin for an item.
            public final class Heuristic implements PerBinRule {

                // EVOLVE-BLOCK-START
                @Override
                public double priority(int item, int remaining, int capacity) {
                    double slack = remaining - item;
                    if (slack < 0) {
                        return -1000;
                    }
                    return -slack * slack;
                }
                // EVOLVE-BLOCK-END
            }
            ```

            **Why it works:** squaring the slack punishes loose bins. Let me know if you need more!
            """,
            "whole file"),
    WITHOUT_MARKERS(
            """
            I square the slack so that loose bins are avoided.

            ```java
            import packing.PerBinRule;
            import java.util.Arrays;

            public final class Heuristic implements PerBinRule {

                @Override
                public double priority(int item, int remaining, int capacity) {
                    double slack = remaining - item;
                    if (slack < 0) {
                        return -1000;
                    }
                    return -slack * slack;
                }
            }
            ```
            """,
            "whole file"),
    HEADING_CHANGED(
            """
            ```java
            public class Heuristic implements PerBinRule {
                @Override
                public double priority(int item, int remaining, int capacity) {
                    double slack = remaining - item;
                    if (slack < 0) {
                        return -1000;
                    }
                    return -slack * slack;
                }
            }
            ```
            """,
            "whole file"),
    REGION_IN_MARKERS(
            """
            ```java
            // EVOLVE-BLOCK-START
            @Override
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            // EVOLVE-BLOCK-END
            ```
            """,
            "region"),
    METHOD_ALONE(
            """
            ```java
            @Override
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            ```
            """,
            "region"),
    OLD_THEN_NEW(
            """
            The current code is

            ```java
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack;
            }
            ```

            which treats slack linearly. A better one:

            ```java
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            ```

            Run it with

            ```bash
            ./tradewind run
            ```

            or try it by hand:

            ```java
            System.out.println(new Heuristic().priority(3, 5, 10));
            ```
            """,
            "region"),
    THINKING(
            """
            <think>
            Let me see. ```java
            public double priority(int item, int remaining, int capacity) { return 0; }
            ```
            No, better to square it.
            </think>

            ```java
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            ```
            """,
            "region"),
    XML(
            """
            <idea>Square the slack.</idea>
            <code>
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            </code>
            """,
            "region"),
    JSON(
            """
            {"thought": "Square the slack.", "code": "public double priority(int item, \
            int remaining, int capacity) {\\n    double slack = remaining - item;\\n    if (slack \
            < 0) {\\n        return -1000;\\n    }\\n    return -slack * slack;\\n}\\n"}
            """,
            "region"),
    BARE_CODE(
            """
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            """,
            "region"),
    BARE_WITH_PROSE(
            """
            Here is the improved heuristic. It squares the slack.

            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }

            This should reduce the number of bins by a good margin.
            """,
            "region"),
    NEVER_CLOSED(
            """
            ```java
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            """,
            "region"),
    TILDES_IN_A_LIST(
            """
            1. I square the slack of every bin:

               ~~~java
               public double priority(int item, int remaining, int capacity) {
                   double slack = remaining - item;
                   if (slack < 0) {
                       return -1000;
                   }
                   return -slack * slack;
               }
               ~~~

            2. Nothing else changes.
            """,
            "region"),
    BODY_CONTINUED(
            """
                    double slack = remaining - item;
                    if (slack < 0) {
                        return -1000;
                    }
                    return -slack * slack;
                }

                public double priority2(int item, int remaining, int capacity) {
                    return 0;
            """,
            "body"),
    BODY_THEN_PROSE(
            """
                    double slack = remaining - item;
                    if (slack < 0) {
                        return -1000;
                    }
                    return -slack * slack;

            This version squares the slack (so tight bins win).
            """,
            "body"),
    BODY_IN_A_FENCE(
            """
            ```java
            double slack = remaining - item;
            if (slack < 0) {
                return -1000;
            }
            return -slack * slack;
            ```
            """,
            "body"),
    SEARCH_REPLACE(
            """
            Squaring the slack prefers tight bins.

            <<<<<<< SEARCH
                    return -slack;
            =======
                    return -slack * slack;
            >>>>>>> REPLACE
            """,
            "search/replace"),
    SEARCH_REPLACE_FENCED(
            """
            Heuristic.java
            ```java
            <<<<<<< SEARCH
            return -slack;
            =======
            return -slack * slack;
            >>>>>>> REPLACE
            ```
            """,
            "search/replace"),
    SEARCH_REPLACE_FENCES_INSIDE(
            """
            <<<<<<< SEARCH
            ```java
            if (slack < 0) {

              return -1000;
            }
            return -slack;
            ```
            =======
            ```java
            if (slack < 0) {
                return -1000;
            }
            return -slack * slack;
            ```
            >>>>>>> REPLACE
            """,
            "search/replace"),
    SEARCH_REPLACE_OF_MARKERS(
            """
            <<<<<<< SEARCH
            // EVOLVE-BLOCK-START
            @Override
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack;
            }
            // EVOLVE-BLOCK-END
            =======
            @Override
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            >>>>>>> REPLACE
            """,
            "search/replace"),
    DIFF(
            """
            ```diff
            --- a/Heuristic.java
            +++ b/Heuristic.java
            @@ -11,4 +11,4 @@ public final class Heuristic implements PerBinRule {
                         return -1000;
                     }
            -        return -slack;
            +        return -slack * slack;
                 }
            ```
            """,
            "unified diff"),
    DIFF_WITHOUT_HEADERS(
            """
            ```diff
            @@ -3,9 +3,1 @@
                    }
            -       return -slack;
            +       return -slack * slack;
                }
            ```
            """,
            "unified diff"),
    DIFF_UNFENCED(
            """
            I square the slack of the bin.

            --- Heuristic.java
            +++ Heuristic.java
            @@ ... @@
            -        return -slack;
            +        return -slack * slack;

            That is all.
            """,
            "unified diff"),
    DIFF_AS_AN_EXCUSE_AND_THE_FILE(
            """
            ```diff
            @@ -1,3 +1,3 @@
            -        return slack * -1;
            +        return -slack * slack;
            ```

            The whole method:

            ```java
            public double priority(int item, int remaining, int capacity) {
                double slack = remaining - item;
                if (slack < 0) {
                    return -1000;
                }
                return -slack * slack;
            }
            ```
            """,
            "region");

    static final List<String> TEXTS = List.of(values()).stream().map(Answers::text).toList();

    private final String text;
    private final String form;

    Answers(String text, String form) {
        this.text = text;
        this.form = form;
    }

    String text() {
        return text;
    }

    String form() {
        return form;
    }
}
