using System.Reflection.Emit;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Emission;

/// <summary>
/// Emits what evaluates an expression for all lanes. A product whose only use is in a sum is fused with it and rounded
/// once, at every width. Integers are numbers of the element type, exact to 2^24 in single precision.
/// </summary>
/// <param name="il">Takes the instructions.</param>
/// <param name="lanes">The lanes.</param>
/// <param name="places">Where names and draws (by <see cref="Key"/>) are had from.</param>
internal sealed class ExpressionEmitter(ILGenerator il, Lanes lanes, IReadOnlyDictionary<string, Place> places)
{
    /// <summary>What a variable or a draw is called among places.</summary>
    public static string Key(Expression leaf) =>
        leaf.Operator == Operator.Variable ? leaf.Name : $"{leaf.Operator}({leaf.Name})";

    /// <summary>Leaves the numbers; of a boolean, 0 and 1.</summary>
    public void Value(Expression e)
    {
        if (e.Kind == ValueKind.Boolean && e.Operator != Operator.Constant && !IsPlace(e))
        {
            Mask(e);
            lanes.MaskToValue(il);
            return;
        }

        switch (e.Operator)
        {
            case Operator.Constant:
                lanes.Constant(il, e.Value);
                break;
            case Operator.Variable or Operator.Normal or Operator.Uniform or Operator.Poisson:
                var place = places[Key(e)];
                place.Load();
                if (place.IsMask)
                    lanes.MaskToValue(il);
                break;
            case Operator.Add when e[1].Operator == Operator.Multiply:
                Fused(e[1], e[0], false, false);
                break;
            case Operator.Add when e[0].Operator == Operator.Multiply:
                Fused(e[0], e[1], false, false);
                break;
            case Operator.Subtract when e[1].Operator == Operator.Multiply:
                Fused(e[1], e[0], true, false);
                break;
            case Operator.Subtract when e[0].Operator == Operator.Multiply:
                Fused(e[0], e[1], false, true);
                break;
            case Operator.Minimum or Operator.Maximum:
                Value(e[0]);
                Value(e[1]);
                lanes.Extreme(il, e.Operator == Operator.Minimum);
                break;
            case Operator.Select:
                Mask(e[0]);
                Value(e[1]);
                Value(e[2]);
                lanes.Select(il);
                break;
            case Operator.ToInteger when e[0].Kind == ValueKind.Boolean:
                Value(e[0]);
                break;
            case Operator.Timestep:
                Timestep(e[0], e[1]);
                break;
            default:
                foreach (var operand in e.Operands)
                    Value(operand);
                lanes.Operation(il, e.Operator);
                break;
        }
    }

    /// <summary>Leaves a mask; of numbers, where they are not 0.</summary>
    public void Mask(Expression e)
    {
        if (e.Kind == ValueKind.Boolean && IsKnown(e))
        {
            lanes.Constant(il, Known(e) != 0);
            return;
        }

        if (e.Kind != ValueKind.Boolean || IsPlace(e))
        {
            if (IsPlace(e) && places[Key(e)] is { IsMask: true } place)
            {
                place.Load();
                return;
            }

            Value(e);
            lanes.ValueToMask(il);
            return;
        }

        switch (e.Operator)
        {
            case Operator.And or Operator.Or:
                Mask(e[0]);
                Mask(e[1]);
                if (e.Operator == Operator.And)
                    lanes.And(il);
                else
                    lanes.Or(il);
                break;
            case Operator.Not:
                Mask(e[0]);
                lanes.Not(il);
                break;
            case Operator.Select:
                Mask(e[0]);
                Mask(e[1]);
                Mask(e[2]);
                lanes.Select(il, masks: true);
                break;
            default:
                Value(e[0]);
                Value(e[1]);
                lanes.Compare(il, e.Operator);
                break;
        }
    }

    private static bool IsPlace(Expression e) =>
        e.Operator is Operator.Variable or Operator.Normal or Operator.Uniform or Operator.Poisson;

    // The runtime's compiler (.NET 10.0 with AVX-512) folds a comparison of constants into a mask that it then takes
    // for another: what is true of constants is therefore found out here.
    private static bool IsKnown(Expression e) => e.Operator == Operator.Constant
        || (e.Kind == ValueKind.Boolean && !e.Operands.IsEmpty && e.Operands.All(IsKnown));

    private static double Known(Expression e) => e.Operator == Operator.Constant
        ? e.Value
        : Arithmetic.Apply(e.Operator, Known(e[0]), e.Operands.Length > 1 ? Known(e[1]) : 0,
            e.Operands.Length > 2 ? Known(e[2]) : 0);

    // (-)product + (-)other.
    private void Fused(Expression product, Expression other, bool negateProduct, bool negateOther)
    {
        Value(product[0]);
        if (negateProduct)
            lanes.Operation(il, Operator.Negate);
        Value(product[1]);
        Value(other);
        if (negateOther)
            lanes.Operation(il, Operator.Negate);
        lanes.MultiplyAdd(il);
    }

    // floor((x + dt/1000)/dt), as x/dt + 1/1000.
    private void Timestep(Expression x, Expression dt)
    {
        Value(x);
        Value(dt);
        lanes.Operation(il, Operator.Divide);
        lanes.Constant(il, 1e-3);
        lanes.Operation(il, Operator.Add);
        lanes.Operation(il, Operator.Floor);
    }
}
