package dev.tradewind.guard;

import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.LongEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.List;

/// Tells the code of a method as text, with [StableNames].
final class CodeTeller {

    private final StableNames names;
    private final ClassFiles.Code code;
    private final StringBuilder text;

    CodeTeller(StableNames names, ClassFiles.Code code, StringBuilder text) {
        this.names = names;
        this.code = code;
        this.text = text;
    }

    void tell() {
        for (CodeElement element : code.elements()) {
            switch (element) {
                case Instruction instruction -> {
                    text.append(instruction.opcode().bytecode());
                    operands(instruction);
                    text.append('\n');
                }
                case ExceptionCatch caught -> {
                    text.append("catch");
                    label(caught.tryStart()).label(caught.tryEnd()).label(caught.handler());
                    caught.catchType().ifPresent(this::type);
                    text.append('\n');
                }
                default -> {}
            }
        }
    }

    private void operands(Instruction instruction) {
        switch (instruction) {
            case LoadInstruction load -> number(load.slot());
            case StoreInstruction store -> number(store.slot());
            case IncrementInstruction step -> number(step.slot()).number(step.constant());
            case BranchInstruction branch -> label(branch.target());
            case FieldInstruction access -> text.append(names.member(Member.of(access.field())));
            case InvokeInstruction call -> text.append(names.member(Member.of(call.method())));
            case InvokeDynamicInstruction call -> dynamic(call);
            case ConstantInstruction.LoadConstantInstruction load -> constant(load.constantEntry());
            case ConstantInstruction small -> text.append(' ').append(small.constantValue());
            case NewObjectInstruction made -> type(made.className());
            case TypeCheckInstruction check -> type(check.type());
            case NewReferenceArrayInstruction made -> type(made.componentType());
            case NewPrimitiveArrayInstruction made -> text.append(made.typeKind());
            case NewMultiArrayInstruction made -> {
                type(made.arrayType());
                number(made.dimensions());
            }
            case TableSwitchInstruction choice -> cases(choice.defaultTarget(), choice.cases());
            case LookupSwitchInstruction choice -> cases(choice.defaultTarget(), choice.cases());
            default -> {}
        }
    }

    private void cases(Label otherwise, List<SwitchCase> cases) {
        label(otherwise);
        cases.forEach(one -> number(one.caseValue()).label(one.target()));
    }

    private void dynamic(InvokeDynamicInstruction call) {
        BootstrapMethodEntry bootstrap = call.invokedynamic().bootstrap();
        text.append(' ').append(call.name().stringValue());
        text.append(names.descriptor(call.type().stringValue()));
        constant(bootstrap.bootstrapMethod());
        bootstrap.arguments().forEach(this::constant);
    }

    private void constant(LoadableConstantEntry constant) {
        text.append(' ').append(constant.tag());
        switch (constant) {
            case IntegerEntry value -> text.append(value.intValue());
            case LongEntry value -> text.append(value.longValue());
            case FloatEntry value -> text.append(Float.floatToRawIntBits(value.floatValue()));
            case DoubleEntry value -> text.append(Double.doubleToRawLongBits(value.doubleValue()));
            case StringEntry value -> quoted(value.stringValue());
            case ClassEntry type -> type(type);
            case MethodTypeEntry type ->
                    text.append(names.descriptor(type.descriptor().stringValue()));
            case MethodHandleEntry handle ->
                    number(handle.kind()).text.append(names.member(Member.of(handle.reference())));
            default -> throw new IllegalArgumentException("a dynamic constant");
        }
    }

    /// With its length, so that nothing in it can be taken for something else.
    private void quoted(String value) {
        text.append(value.length()).append(':').append(value);
    }

    private void type(ClassEntry type) {
        text.append(' ').append(names.type(type.asInternalName()));
    }

    private CodeTeller number(int number) {
        text.append(' ').append(number);
        return this;
    }

    private CodeTeller label(Label label) {
        return number(code.attribute().labelToBci(label));
    }
}
