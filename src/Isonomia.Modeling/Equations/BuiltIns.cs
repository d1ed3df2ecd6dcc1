using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations;

/// <summary>The values that the simulation knows and any equation may read, under Brian 2's names.</summary>
internal static class BuiltIns
{
    /// <summary>The inputs of a cell: zero where nothing supplies them.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["I_syn", "I_ext"];

    private static readonly Symbol[] everywhere =
    [
        new("t", SymbolKind.BuiltIn, Dimension.Time),
        new("dt", SymbolKind.BuiltIn, Dimension.Time),
        new("t_in_timesteps", SymbolKind.BuiltIn, Dimension.None, ValueKind.Integer),
        new("i", SymbolKind.BuiltIn, Dimension.None, ValueKind.Integer),
        new("N", SymbolKind.BuiltIn, Dimension.None, ValueKind.Integer),
    ];

    private static readonly Symbol[] cell =
    [
        .. everywhere,
        new("lastspike", SymbolKind.BuiltIn, Dimension.Time),
        new("not_refractory", SymbolKind.BuiltIn, Dimension.None, ValueKind.Boolean),
    ];

    // What a field reads besides: the sum of the weights of all that reaches a region, 0 for one alone.
    private static readonly Symbol[] field = [.. everywhere, new(Strength, SymbolKind.Input, Dimension.None)];

    private static readonly Symbol[] synapse =
    [
        .. everywhere,
        new("j", SymbolKind.BuiltIn, Dimension.None, ValueKind.Integer),
        new("N_pre", SymbolKind.BuiltIn, Dimension.None, ValueKind.Integer),
        new("N_post", SymbolKind.BuiltIn, Dimension.None, ValueKind.Integer),
        new("lastupdate", SymbolKind.BuiltIn, Dimension.Time),
    ];

    /// <summary>The name of the sum of the weights that reach a region of a field.</summary>
    public const string Strength = "strength";

    /// <summary>The built-in symbols of a context.</summary>
    /// <param name="context">Whose equations they are.</param>
    public static IReadOnlyList<Symbol> Of(EquationContext context) => context switch
    {
        EquationContext.Cell => cell,
        EquationContext.Field => field,
        _ => synapse,
    };
}
