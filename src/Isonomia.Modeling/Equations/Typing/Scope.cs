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

    /// <summary>
    /// Everything that may be named, for "did you mean"; whoever writes n or I seldom means N or i.
    /// </summary>
    public IEnumerable<string> Names => known.Values.Where(s => s.Kind != SymbolKind.BuiltIn || s.Name.Length > 1)
        .Select(s => s.Name).Concat(Functions.Names).Concat(PhysicalConstants.Names.Where(n => n.Length > 1));

    public IEnumerable<string> Symbols => known.Keys;

    public ImmutableSortedDictionary<string, Symbol> Table => known.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public bool TryFind(string name, [MaybeNullWhen(false)] out Symbol symbol) => known.TryGetValue(name, out symbol);

    /// <summary>A state of a dimension, as an example of what can be compared; null where there is none.</summary>
    public string? StateOf(Dimension dimension) =>
        known.Values.FirstOrDefault(s => s.Kind == SymbolKind.State && s.Dimension == dimension)?.Name;

    public void Define(Symbol symbol) => known[symbol.Name] = symbol;

    /// <summary>For each noise in a subexpression what multiplies it.</summary>
    public ImmutableSortedDictionary<string, Expression> NoiseOf(string name) =>
        noise.TryGetValue(name, out var factors) ? factors : Typed.NoNoise;

    public void AddNoise(string name, ImmutableSortedDictionary<string, Expression> factors) => noise[name] = factors;

    /// <summary>Takes what delay(x, tau) stands for, by the name it is read by; null where there are no delays.</summary>
    public IDictionary<string, DelayedValue>? Delays { get; init; }

    /// <summary>The same names, one of them with another meaning.</summary>
    public Scope With(Symbol changed)
    {
        var result = new Scope(known.Values.Append(changed)) { Delays = Delays };
        foreach (var (name, factors) in noise)
            result.AddNoise(name, factors);
        return result;
    }

    private static Dictionary<string, Symbol> Distinct(IEnumerable<Symbol> symbols)
    {
        var result = new Dictionary<string, Symbol>(StringComparer.Ordinal);
        foreach (var symbol in symbols)
            result[symbol.Name] = symbol;
        return result;
    }
}
