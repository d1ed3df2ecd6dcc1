using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>A name and the value it is given.</summary>
internal readonly record struct Definition(string Name, Expression Value)
{
    /// <summary>The expression that reads the name.</summary>
    public Expression Read => Expression.Variable(Name, Value.Dimension, Value.Kind);
}
