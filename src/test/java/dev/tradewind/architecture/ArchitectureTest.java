package dev.tradewind.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.List;
import java.util.stream.IntStream;

/// Keeps the rooms of the house in one direction, with no list of exceptions.
@AnalyzeClasses(packages = "dev.tradewind", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ROOT = "dev.tradewind.";

    /// In the order of the street: a room uses only rooms named before it.
    private static final List<String> ROOMS =
            List.of(
                    "program",
                    "budget",
                    "law",
                    "sandbox",
                    "evaluation",
                    "guard",
                    "prompt",
                    "proposer",
                    "archive",
                    "evolution",
                    "journal",
                    "campaign",
                    "search",
                    "cluster",
                    "report",
                    "bench",
                    "cli");

    @ArchTest
    static final ArchRule every_class_lives_in_a_room =
            classes()
                    .that()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .resideInAnyPackage(packagesOf(ROOMS))
                    .as("every class has a room");

    @ArchTest
    static final ArchRule a_room_uses_only_rooms_named_before_it =
            classes().should(useEarlierRoomsOnly());

    @ArchTest
    static final ArchRule rooms_and_their_alcoves_have_no_cycle =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_sandbox_starts_processes =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(packagesOf(List.of("sandbox", "bench")))
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(ProcessBuilder.class, Runtime.class);

    @ArchTest
    static final ArchRule only_the_commands_print =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(packagesOf(List.of("sandbox", "cli")))
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static final ArchRule jenetics_stays_where_programs_are_bred_and_chosen =
            libraryOnlyIn("io.jenetics..", List.of("proposer", "archive", "evolution"));

    @ArchTest
    static final ArchRule mathematics_stays_with_the_law_the_prompts_luck_and_the_stopwatch =
            libraryOnlyIn("org.apache.commons.math3..", List.of("law", "proposer.chat", "bench"));

    @ArchTest
    static final ArchRule syntax_trees_stay_with_the_breeder =
            libraryOnlyIn("com.github.javaparser..", List.of("proposer"));

    @ArchTest
    static final ArchRule markdown_is_read_where_answers_and_pages_are =
            libraryOnlyIn("org.commonmark..", List.of("guard", "report"));

    @ArchTest
    static final ArchRule templates_are_filled_in_by_the_prompts_only =
            libraryOnlyIn("com.samskivert..", List.of("prompt"));

    @ArchTest
    static final ArchRule commands_are_parsed_by_the_cli_only =
            libraryOnlyIn("picocli..", List.of("cli"));

    @ArchTest
    static final ArchRule sql_stays_in_the_journal =
            libraryOnlyIn("java.sql..", List.of("journal"));

    @ArchTest
    static final ArchRule models_are_called_through_the_chat_proposer_only =
            libraryOnlyIn("dev.langchain4j..", List.of("proposer.chat"));

    @ArchTest
    static final ArchRule calls_are_repeated_by_the_chat_proposer_only =
            libraryOnlyIn("dev.failsafe..", List.of("proposer.chat"));

    @ArchTest
    static final ArchRule only_bench_and_report_serve_pages =
            libraryOnlyIn("com.sun.net.httpserver..", List.of("report", "bench"));

    private static ArchRule libraryOnlyIn(String library, List<String> rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packagesOf(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchCondition<JavaClass> useEarlierRoomsOnly() {
        return new ArchCondition<>("use only rooms named before their own") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                int own = roomOf(user);
                user.getDirectDependenciesFromSelf().stream()
                        .filter(use -> roomOf(use.getTargetClass()) > own)
                        .forEach(
                                use ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        user, use.getDescription())));
            }
        };
    }

    private static int roomOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        return IntStream.range(0, ROOMS.size())
                .filter(room -> name.startsWith(ROOT + ROOMS.get(room) + "."))
                .findFirst()
                .orElse(-1);
    }

    private static String[] packagesOf(List<String> rooms) {
        return rooms.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
    }
}
