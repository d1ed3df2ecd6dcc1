using System.Reflection;
using System.Reflection.Emit;
using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Elementary;
using Isonomia.Simulation.Compilation.Kernels;

namespace Isonomia.Simulation.Compilation.Emission;

internal sealed partial class Lanes
{
    private const BindingFlags Anything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private Type Mathematics => IsDouble ? typeof(Math) : typeof(MathF);

    /// <summary>An operation on numbers, one or two, that is neither comparison nor choice.</summary>
    public void Operation(ILGenerator il, Operator op)
    {
        switch (op)
        {
            case Operator.Negate:
                Arithmetic(il, OpCodes.Neg, "op_UnaryNegation", 1);
                break;
            case Operator.Add:
                Arithmetic(il, OpCodes.Add, "op_Addition", 2);
                break;
            case Operator.Subtract:
                Arithmetic(il, OpCodes.Sub, "op_Subtraction", 2);
                break;
            case Operator.Multiply:
                Arithmetic(il, OpCodes.Mul, "op_Multiply", 2);
                break;
            case Operator.Divide:
                Arithmetic(il, OpCodes.Div, "op_Division", 2);
                break;
            case Operator.Sqrt:
                Rounding(il, "Sqrt", "Sqrt", generic: true);
                break;
            case Operator.Abs:
                Rounding(il, "Abs", "Abs", generic: true);
                break;
            case Operator.Floor:
                Rounding(il, "Floor", "Floor", generic: false);
                break;
            case Operator.Ceil:
                Rounding(il, "Ceiling", "Ceiling", generic: false);
                break;
            case Operator.ToInteger:
                Rounding(il, "Truncate", "Truncate", generic: false);
                break;
            default:
                il.Emit(OpCodes.Call, Function(op));
                break;
        }
    }

    /// <summary>x y + z, rounded once.</summary>
    public void MultiplyAdd(ILGenerator il) => il.Emit(OpCodes.Call, IsScalar
        ? Named("fma", () => Mathematics.GetMethod("FusedMultiplyAdd", [Element, Element, Element])!)
        : Plain("FusedMultiplyAdd", Value, Value, Value));

    /// <summary>The smaller or larger; the first (below on the stack) unless the second is strictly so.</summary>
    public void Extreme(ILGenerator il, bool smaller)
    {
        // min(x, y) = y < x ? y : x, so that x wins ties and keeps its NaN: the processor's own, operands swapped.
        var (x, y) = (il.DeclareLocal(Value), il.DeclareLocal(Value));
        il.Emit(OpCodes.Stloc, y);
        il.Emit(OpCodes.Stloc, x);
        il.Emit(OpCodes.Ldloc, y);
        il.Emit(OpCodes.Ldloc, x);
        var name = smaller ? "MinNative" : "MaxNative";
        il.Emit(OpCodes.Call, IsScalar ? Own(name, Element, Element) : Generic(name, Value, Value));
    }

    public void Compare(ILGenerator il, Operator op)
    {
        if (!IsScalar)
        {
            il.Emit(OpCodes.Call, op switch
            {
                Operator.Less => Generic("LessThan", Value, Value),
                Operator.LessOrEqual => Generic("LessThanOrEqual", Value, Value),
                Operator.Greater => Generic("GreaterThan", Value, Value),
                Operator.GreaterOrEqual => Generic("GreaterThanOrEqual", Value, Value),
                _ => Generic("Equals", Value, Value),
            });
        }
        else
        {
            // "Not less" is greater or equal where nothing is NaN; the unordered forms see to the rest.
            il.Emit(op switch
            {
                Operator.Less => OpCodes.Clt,
                Operator.LessOrEqual => OpCodes.Cgt_Un,
                Operator.Greater => OpCodes.Cgt,
                Operator.GreaterOrEqual => OpCodes.Clt_Un,
                _ => OpCodes.Ceq,
            });
        }

        if (op == Operator.NotEqual || (IsScalar && op is Operator.LessOrEqual or Operator.GreaterOrEqual))
            Not(il);
    }

    public void And(ILGenerator il) => Logic(il, OpCodes.And, "op_BitwiseAnd");

    public void Or(ILGenerator il) => Logic(il, OpCodes.Or, "op_BitwiseOr");

    public void Not(ILGenerator il)
    {
        if (IsScalar)
        {
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Ceq);
        }
        else
        {
            il.Emit(OpCodes.Call, Named("op_OnesComplement", () => Value.GetMethod("op_OnesComplement", [Value])!));
        }
    }

    /// <summary>Of a mask, the first value and the second: the first where true.</summary>
    public void Select(ILGenerator il, bool masks = false) => il.Emit(OpCodes.Call, IsScalar
        ? Own("Select", typeof(bool), masks ? Mask : Element, masks ? Mask : Element)
        : Generic("ConditionalSelect", Value, Value, Value));

    /// <summary>0 and 1 for false and true.</summary>
    public void MaskToValue(ILGenerator il)
    {
        if (IsScalar)
        {
            il.Emit(IsDouble ? OpCodes.Conv_R8 : OpCodes.Conv_R4);
        }
        else
        {
            Constant(il, 1.0);
            And(il);
        }
    }

    public void ValueToMask(ILGenerator il)
    {
        Constant(il, 0.0);
        Compare(il, Operator.NotEqual);
    }

    /// <summary>A mask as bits of an unsigned 64-bit number, the first lane lowest.</summary>
    public void MaskToBits(ILGenerator il)
    {
        if (!IsScalar)
            il.Emit(OpCodes.Call, Generic("ExtractMostSignificantBits", Value));
        il.Emit(OpCodes.Conv_U8);
    }

    private void Arithmetic(ILGenerator il, OpCode scalar, string vector, int operands)
    {
        if (IsScalar)
        {
            il.Emit(scalar);
            return;
        }

        il.Emit(OpCodes.Call, Named(
            vector, () => Value.GetMethod(vector, operands == 1 ? [Value] : [Value, Value])!));
    }

    private void Logic(ILGenerator il, OpCode scalar, string vector) => Arithmetic(il, scalar, vector, 2);

    private void Rounding(ILGenerator il, string scalar, string vector, bool generic)
    {
        if (!IsScalar)
            il.Emit(OpCodes.Call, generic ? Generic(vector, Value) : Plain(vector, Value));
        else
            il.Emit(OpCodes.Call, Named(scalar, () => Mathematics.GetMethod(scalar, [Element])!));
    }

    private MethodInfo Function(Operator op)
    {
        var name = op == Operator.Modulo ? "Mod" : op == Operator.Power ? "Pow" : op.ToString();
        var operands = Expression.Arity(op) == 1 ? new[] { Value } : [Value, Value];
        return Named(name, () => typeof(VectorFunctions).GetMethod(name, operands)
            ?? throw new NotSupportedException($"{op} is not an operation of lanes."));
    }

    private MethodInfo Own(string name, params Type[] operands) =>
        Named(name + operands[^1].Name, () => typeof(ScalarLane).GetMethod(name, Anything, operands)!);

    // A method of Vector512 and its like that has one form for each element type.
    private MethodInfo Plain(string name, params Type[] operands) =>
        Named(name, () => operations!.GetMethod(name, operands)!);

    // A generic method of Vector512 and its like: its parameters are the open vector, or pointers to its element.
    private MethodInfo Generic(string name, params Type[] operands) => Named(name, () =>
    {
        var element = Type.MakeGenericMethodParameter(0);
        var vector = Type.MakeGenericSignatureType(open!, element);
        var signature = Array.ConvertAll(operands, o => o == Value ? vector : element.MakePointerType());
        return operations!.GetMethod(name, 1, Anything, null, signature, null)!.MakeGenericMethod(Element);
    });

    private MethodInfo Named(string name, Func<MethodInfo> find)
    {
        lock (methods)
        {
            if (!methods.TryGetValue(name, out var method))
                methods[name] = method = find() ?? throw new MissingMethodException(name);
            return method;
        }
    }
}
