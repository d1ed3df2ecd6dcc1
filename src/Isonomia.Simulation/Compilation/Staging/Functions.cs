using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>Which operators are calls of functions in compiled code, and not single instructions.</summary>
internal static class Functions
{
    public static bool IsCall(Operator op) => op switch
    {
        Operator.FloorDivide or Operator.Modulo or Operator.Power or Operator.Poisson => true,
        Operator.Sqrt or Operator.Abs or Operator.Floor or Operator.Ceil => false,
        >= Operator.Exp and <= Operator.Arctan => true,
        _ => false,
    };
}
