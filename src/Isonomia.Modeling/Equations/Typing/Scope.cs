using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>The names that an expression may use.</summary>
internal sealed class Scope(IEnumerable<Symbol> symbols)
{
    private readonly Dictionary<string, Symbol> known = Distinct(symbols);
    private readonly Dictionary<string, ImmutableSortedDictionary<string, Expression>> noise =
        new(StringComparer.Ordinal);

    /// <summary>Everything that may be named, for "did you mean".</summary>
    public IEnumerable<string> Names => known.Keys.Concat(Functions.Names).Concat(PhysicalConstants.Names);

    public IEnumerable<string> Symbols => known.Keys;

    public ImmutableSortedDictionary<string, Symbol> Table => known.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public bool TryFind(string name, [MaybeNullWhen(false)] out Symbol symbol) => known.TryGetValue(name, out symbol);

    public void Define(Symbol symbol) => known[symbol.Name] = symbol;

    /// <summary>For each noise in a subexpression what multiplies it.</summary>
    public ImmutableSortedDictionary<string, Expression> NoiseOf(string name) =>
        noise.TryGetValue(name, out var factors) ? factors : Typed.NoNoise;

    public void AddNoise(string name, ImmutableSortedDictionary<string, Expression> factors) => noise[name] = factors;

    private static Dictionary<string, Symbol> Distinct(IEnumerable<Symbol> symbols)
    {
        var result = new Dictionary<string, Symbol>(StringComparer.Ordinal);
        foreach (var symbol in symbols)
            result[symbol.Name] = symbol;
        return result;
    }
}
