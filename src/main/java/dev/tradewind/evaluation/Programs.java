package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Workings.Command;
import dev.tradewind.evaluation.Workings.InProcess;
import dev.tradewind.evaluation.Workings.Judging;
import dev.tradewind.evaluation.Workings.Steps;
import dev.tradewind.sandbox.Device;
import dev.tradewind.sandbox.Toolbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The programs of the machine that a task's commands call by name.
final class Programs {

    private Programs() {}

    /// All of them.
    static NavigableSet<String> external(InProcess workings) {
        Steps steps = workings.steps();
        NavigableSet<String> names = new TreeSet<>(needed(workings));
        names.addAll(names(steps.quick(), workings));
        return names;
    }

    /// Those without which nothing goes.
    static NavigableSet<String> needed(InProcess workings) {
        Steps steps = workings.steps();
        List<Command> commands = new ArrayList<>(steps.prepare());
        commands.addAll(steps.check());
        commands.addAll(steps.build());
        commands.add(steps.run());
        if (workings.judging() instanceof Judging.ByCommand(var _, Command command)) {
            commands.add(command);
        }
        return names(commands, workings);
    }

    private static NavigableSet<String> names(Collection<Command> commands, InProcess workings) {
        NavigableSet<String> names = new TreeSet<>();
        commands.stream()
                .map(Command::program)
                .filter(name -> name.indexOf('/') < 0)
                .filter(name -> !workings.tools().containsKey(name))
                .forEach(names::add);
        return names;
    }

    /// Programs of some commands that are not installed here.
    static List<String> missing(List<Command> commands, Toolbox toolbox) {
        return commands.stream().map(Command::program).filter(toolbox.missing()::contains).toList();
    }

    /// What to say of programs and hardware a task cannot do without.
    ///
    /// @throws EvaluatorFault when one of them is not here
    static void require(InProcess workings) {
        List<String> missing = Toolbox.of(needed(workings)).missing();
        if (!missing.isEmpty()) {
            throw new EvaluatorFault(
                    "this task runs %s, which this machine does not have. %s"
                            .formatted(
                                    String.join(" and ", missing),
                                    String.join(
                                            " ", missing.stream().map(Toolbox::remedy).toList())));
        }
        workings.devices().stream()
                .map(Device::missing)
                .filter(what -> !what.isEmpty())
                .forEach(Programs::refuse);
    }

    private static void refuse(String what) {
        throw new EvaluatorFault("this task runs on hardware of its own. " + what);
    }

    /// What a task does without, one sentence each.
    static List<String> spared(InProcess workings) {
        return Stream.of(Toolbox.of(names(workings.steps().quick(), workings)).missing())
                .flatMap(List::stream)
                .map(
                        name ->
                                "%s is not installed: early stages use the full build. %s"
                                        .formatted(name, Toolbox.remedy(name)))
                .toList();
    }
}
