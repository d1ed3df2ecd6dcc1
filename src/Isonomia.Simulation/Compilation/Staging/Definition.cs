using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>
/// A name and the value it is given. Small things of the compiler are classes, because collections of structs have to
/// be compiled anew at every start.
/// </summary>
internal sealed record Definition(string Name, Expression Value)
{
    /// <summary>The expression that reads the name.</summary>
    public Expression Read => Expression.Variable(Name, Value.Dimension, Value.Kind);
}
