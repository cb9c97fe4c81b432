package dev.tradewind.guard;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the locals and the stack of a method hold where control flow meets.
///
/// @param frames as the compiler wrote them
/// @param coverStart whether control flow meets at the method's first instruction
/// @param atStart what the locals hold there
record StackMaps(
        List<StackMapFrameInfo> frames,
        Map<Label, StackMapFrameInfo> byLabel,
        boolean coverStart,
        List<VerificationTypeInfo> atStart) {

    static StackMaps of(MethodModel method, ClassFiles.Code code) {
        List<StackMapFrameInfo> frames =
                code.attribute()
                        .findAttribute(Attributes.stackMapTable())
                        .map(StackMapTableAttribute::entries)
                        .orElse(List.of());
        Map<Label, StackMapFrameInfo> byLabel = new HashMap<>();
        boolean coverStart = false;
        for (StackMapFrameInfo frame : frames) {
            byLabel.put(frame.target(), frame);
            coverStart |= code.attribute().labelToBci(frame.target()) == 0;
        }
        return new StackMaps(frames, byLabel, coverStart, atStart(method));
    }

    /// What is known about a jump target.
    ///
    /// @throws IllegalArgumentException when there is nothing, which the virtual machine refuses
    ///   too
    StackMapFrameInfo at(Label label) {
        StackMapFrameInfo frame = byLabel.get(label);
        if (frame == null) {
            throw new IllegalArgumentException("a jump target without a stack map");
        }
        return frame;
    }

    private static List<VerificationTypeInfo> atStart(MethodModel method) {
        List<VerificationTypeInfo> locals = new ArrayList<>();
        if ((method.flags().flagsMask() & ClassFile.ACC_STATIC) == 0) {
            locals.add(receiver(method));
        }
        method.methodTypeSymbol().parameterList().forEach(type -> locals.add(known(type)));
        return locals;
    }

    private static VerificationTypeInfo receiver(MethodModel method) {
        return method.methodName().equalsString("<init>")
                ? SimpleVerificationTypeInfo.UNINITIALIZED_THIS
                : ObjectVerificationTypeInfo.of(method.parent().orElseThrow().thisClass());
    }

    private static VerificationTypeInfo known(ClassDesc type) {
        return switch (TypeKind.from(type).asLoadable()) {
            case INT -> SimpleVerificationTypeInfo.INTEGER;
            case LONG -> SimpleVerificationTypeInfo.LONG;
            case FLOAT -> SimpleVerificationTypeInfo.FLOAT;
            case DOUBLE -> SimpleVerificationTypeInfo.DOUBLE;
            case REFERENCE -> ObjectVerificationTypeInfo.of(type);
            case VOID, BOOLEAN, BYTE, CHAR, SHORT ->
                    throw new IllegalArgumentException("no type of a parameter: " + type);
        };
    }
}
