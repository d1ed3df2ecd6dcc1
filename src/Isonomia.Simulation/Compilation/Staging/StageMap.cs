using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>The stage of every expression, from those of the names and draws it is made of.</summary>
/// <param name="leaf">The stage of a variable or a draw.</param>
internal sealed class StageMap(Func<Expression, Stage> leaf)
{
    private readonly Dictionary<Expression, int> known = [];

    /// <summary>The stage of an expression. Operands met before cost nothing.</summary>
    public Stage this[Expression expression]
    {
        get
        {
            if (known.TryGetValue(expression, out var found))
                return (Stage)found;
            var stage = expression.Operator switch
            {
                Operator.Constant => Stage.Run,
                Operator.Variable or Operator.Normal or Operator.Uniform or Operator.Poisson => leaf(expression),
                _ => Stage.Run,
            };
            foreach (var operand in expression.Operands)
                stage |= this[operand];
            known.Add(expression, (int)stage);
            return stage;
        }
    }
}
