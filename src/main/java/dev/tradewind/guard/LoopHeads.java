package dev.tradewind.guard;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The places in a method that a jump leads back to: no code the compiler makes runs for ever
/// without passing one of them, or calling a method.
///
/// Exception handlers are left alone. The compiler lets a `finally` handler cover its own first
/// instruction; a step that throws there would be caught by itself for ever.
final class LoopHeads {

    private final CodeAttribute code;
    private final Set<Label> heads = new HashSet<>();

    private LoopHeads(CodeAttribute code) {
        this.code = code;
    }

    static LoopHeads of(ClassFiles.Code code) {
        LoopHeads heads = new LoopHeads(code.attribute());
        int at = 0;
        for (CodeElement element : code.elements()) {
            switch (element) {
                case BranchInstruction branch -> heads.add(branch.target(), at);
                case TableSwitchInstruction choice ->
                        heads.add(choice.defaultTarget(), choice.cases(), at);
                case LookupSwitchInstruction choice ->
                        heads.add(choice.defaultTarget(), choice.cases(), at);
                default -> {}
            }
            if (element instanceof Instruction instruction) {
                at += instruction.sizeInBytes();
            }
        }
        return heads;
    }

    boolean contain(Label label) {
        return heads.contains(label);
    }

    private void add(Label otherwise, List<SwitchCase> cases, int from) {
        add(otherwise, from);
        cases.forEach(one -> add(one.target(), from));
    }

    private void add(Label target, int from) {
        if (code.labelToBci(target) <= from) {
            heads.add(target);
        }
    }
}
