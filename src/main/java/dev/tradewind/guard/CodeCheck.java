package dev.tradewind.guard;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at what the names in a class do not tell: locks, writes to other people's fields, and who
/// catches what.
final class CodeCheck {

    /// What catches these would also catch the end of fuel, or go on after the virtual machine gave
    /// up on something; errors of that kind cannot even be named. A `finally` block catches them
    /// too, for a moment: whoever runs a candidate asks the fuel counter after each call.
    private static final Set<String> UNCATCHABLE = Set.of("java/lang/Throwable", "java/lang/Error");

    private static final String MATCH = "java/lang/MatchException";

    private final Members members;
    private final List<CodeElement> elements;

    CodeCheck(Members members, ClassFiles.Code code) {
        this.members = members;
        this.elements = code.elements();
    }

    /// The first objection, without the name of the class.
    Optional<String> objection() {
        for (CodeElement element : elements) {
            Optional<String> objection =
                    switch (element) {
                        case FieldInstruction access when writes(access) -> unlessOwn(access);
                        case ExceptionCatch caught -> unlessHarmless(caught);
                        case MonitorInstruction _ ->
                                Optional.of(
                                        "has a synchronized block; there is one thread. Maybe"
                                                + " delete it.");
                        default -> Optional.empty();
                    };
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static boolean writes(FieldInstruction access) {
        return access.opcode() == Opcode.PUTSTATIC || access.opcode() == Opcode.PUTFIELD;
    }

    private Optional<String> unlessOwn(FieldInstruction access) {
        Member field = Member.of(access.field());
        return members.declares(field)
                ? Optional.empty()
                : Optional.of(
                        "writes %s; candidates write their own fields only."
                                .formatted(Notation.member(field)));
    }

    private Optional<String> unlessHarmless(ExceptionCatch caught) {
        Optional<String> type = caught.catchType().map(ClassEntry::asInternalName);
        return type.filter(UNCATCHABLE::contains).isEmpty() || rethrows(caught.handler())
                ? Optional.empty()
                : Optional.of(
                        "catches %s, which candidates may not: running out of fuel is one. Maybe"
                                        .formatted(type.map(Notation::type).orElse("everything"))
                                + " catch RuntimeException.");
    }

    /// What javac puts around record patterns: `catch (Throwable t) { throw new
    /// MatchException(t.toString(), t); }`.
    private boolean rethrows(Label handler) {
        int at = 0;
        while (at < elements.size() && !isTarget(elements.get(at), handler)) {
            at++;
        }
        List<CodeElement> code =
                elements.subList(Math.min(at + 1, elements.size()), elements.size());
        return code.size() >= 8
                && code.get(0) instanceof StoreInstruction
                && code.get(1) instanceof NewObjectInstruction made
                && made.className().asInternalName().equals(MATCH)
                && code.get(2) instanceof StackInstruction
                && code.get(3) instanceof LoadInstruction
                && code.get(4) instanceof InvokeInstruction
                && code.get(5) instanceof LoadInstruction
                && code.get(6) instanceof InvokeInstruction constructs
                && constructs.owner().asInternalName().equals(MATCH)
                && code.get(7) instanceof ThrowInstruction;
    }

    private static boolean isTarget(CodeElement element, Label label) {
        return element instanceof LabelTarget target && target.label().equals(label);
    }
}
