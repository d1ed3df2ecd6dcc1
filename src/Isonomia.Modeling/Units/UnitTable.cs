using System.Collections.Frozen;

namespace Isonomia.Modeling.Units;

/// <summary>
/// The units that may be named in a model. Names are Brian 2's: every unit of the SI written out, with a prefix from y
/// to Y before it (mvolt, nsiemens, kgram) and 2 or 3 behind it for its square or cube (umetre2); beside them the
/// symbols people write (mV, pF, kohm, um2), where only the usual prefixes exist. The micro prefix is u or the Greek
/// letter, the ohm may be its Greek letter.
/// </summary>
public static class UnitTable
{
    private static readonly FrozenDictionary<string, int> prefixes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["y"] = -24,
        ["z"] = -21,
        ["a"] = -18,
        ["f"] = -15,
        ["p"] = -12,
        ["n"] = -9,
        ["u"] = -6,
        ["m"] = -3,
        ["c"] = -2,
        ["d"] = -1,
        ["da"] = 1,
        ["h"] = 2,
        ["k"] = 3,
        ["M"] = 6,
        ["G"] = 9,
        ["T"] = 12,
        ["P"] = 15,
        ["E"] = 18,
        ["Z"] = 21,
        ["Y"] = 24,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Unit> names = Names().ToFrozenDictionary(
        u => u.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Unit> symbols = Symbols().ToFrozenDictionary(
        u => u.Name, StringComparer.Ordinal);

    // The prefixes that Brian 2 gives all its users; centi is for the metre alone.
    private static readonly string[] everydayPrefixes = ["", "p", "n", "u", "m", "k", "M", "G", "T"];

    // Brian 2's short names; all other symbols are additions.
    private static readonly FrozenSet<string> brianSymbols = FrozenSet.Create(
        StringComparer.Ordinal, "mV", "mA", "uA", "nA", "pA", "pF", "uF", "nF", "nS", "uS", "mS", "ms", "us", "Hz",
        "kHz", "MHz", "cm", "cm2", "cm3", "mm", "mm2", "mm3", "um", "um2", "um3", "mM", "uM", "nM");

    /// <summary>The units people mean most often, to look for the nearest of a name that is not known.</summary>
    public static IReadOnlyList<string> CommonNames { get; } =
        [.. brianSymbols, .. names.Keys.Where(n => n is not ("mol" or "gramme" or "kilogramme" or "candle"))];

    /// <summary>All units with everyday prefixes, to look for the nearest of a name that is not known.</summary>
    public static IReadOnlyList<string> EverydayNames { get; } =
    [
        .. symbols.Keys.Where(s => s.Length > 1),
        .. names.Keys.SelectMany(n => everydayPrefixes.Select(p => p + n)).Where(IsEveryday),
    ];

    /// <summary>The unit of a name, or null where there is none.</summary>
    /// <param name="name">A name or symbol: "mvolt", "uF", "cm2".</param>
    public static Unit? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.Replace('µ', 'u').Replace('μ', 'u')
            .Replace("Ω", "ohm", StringComparison.Ordinal).Replace("Ω", "ohm", StringComparison.Ordinal);
        if (plain.Length < 2 || plain[^1] is not ('2' or '3'))
            return FindFirstPower(plain);
        var power = plain[^1] - '0';
        return FindFirstPower(plain[..^1]) is { } unit
            ? new Unit(plain, unit.Dimension.Power(power), Math.Pow(unit.Scale, power))
            : null;
    }

    /// <summary>
    /// Whether a name is so well known as a unit that no variable may be called so: a unit written out, alone or with
    /// an everyday prefix, or one of the short names of Brian 2 (mV, nS, ms...). Other symbols (V, C, F, m, s, mC...)
    /// give way to variables and parameters.
    /// </summary>
    /// <param name="name">A name.</param>
    public static bool IsReserved(string name) => brianSymbols.Contains(name) || IsEveryday(name);

    private static bool IsEveryday(string name) => names.ContainsKey(name) || (Split(name) is { } parts
        && (Array.IndexOf(everydayPrefixes, parts.Prefix) >= 0 || parts is ("c", "metre" or "meter")));

    private static Unit? FindFirstPower(string name)
    {
        if (symbols.TryGetValue(name, out var unit) || names.TryGetValue(name, out unit))
            return unit;
        return Split(name) is var (prefix, stem) ? Prefixed(prefix, names[stem]) : null;
    }

    private static (string Prefix, string Stem)? Split(string name)
    {
        for (var length = 1; length <= 2 && length < name.Length; length++)
        {
            var (prefix, stem) = (name[..length], name[length..]);
            if (prefixes.ContainsKey(prefix) && names.ContainsKey(stem)
                && !stem.StartsWith("kilogram", StringComparison.Ordinal))
            {
                return (prefix, stem);
            }
        }

        return null;
    }

    // A power of ten is read from text, which rounds correctly; Math.Pow(10, n) need not.
    private static Unit Prefixed(string prefix, Unit unit) => unit with
    {
        Name = prefix + unit.Name,
        Scale = TenTo(prefixes[prefix] + (int)Math.Round(Math.Log10(unit.Scale))),
    };

    private static double TenTo(int exponent) => double.Parse($"1e{exponent}");

    private static IEnumerable<Unit> Names()
    {
        var (length, mass, time, current) = (Dimension.Length, Dimension.Mass, Dimension.Time, Dimension.Current);
        var force = mass * length / time.Power(2);
        var energy = force * length;
        var flux = Dimension.Voltage * time;
        (string Name, Dimension Dimension, double Scale)[] units =
        [
            ("metre", length, 1), ("meter", length, 1), ("kilogram", mass, 1), ("kilogramme", mass, 1),
            ("gram", mass, 1e-3), ("gramme", mass, 1e-3), ("second", time, 1), ("amp", current, 1),
            ("ampere", current, 1), ("kelvin", Dimension.Temperature, 1), ("mole", Dimension.Amount, 1),
            ("mol", Dimension.Amount, 1), ("candle", Dimension.Luminosity, 1), ("candela", Dimension.Luminosity, 1),
            ("liter", length.Power(3), 1e-3), ("litre", length.Power(3), 1e-3),
            ("molar", Dimension.Amount / length.Power(3), 1e3), ("radian", Dimension.None, 1),
            ("steradian", Dimension.None, 1), ("hertz", Dimension.Frequency, 1), ("newton", force, 1),
            ("pascal", force / length.Power(2), 1), ("joule", energy, 1), ("watt", energy / time, 1),
            ("coulomb", Dimension.Charge, 1), ("volt", Dimension.Voltage, 1), ("farad", Dimension.Capacitance, 1),
            ("ohm", Dimension.Voltage / current, 1), ("siemens", Dimension.Conductance, 1), ("weber", flux, 1),
            ("tesla", flux / length.Power(2), 1), ("henry", flux / current, 1),
            ("lumen", Dimension.Luminosity, 1), ("lux", Dimension.Luminosity / length.Power(2), 1),
            ("becquerel", Dimension.Frequency, 1), ("gray", energy / mass, 1), ("sievert", energy / mass, 1),
            ("katal", Dimension.Amount / time, 1),
        ];
        return units.Select(u => new Unit(u.Name, u.Dimension, u.Scale));
    }

    // A symbol, the unit it stands for, and the prefixes it is used with ("-" is none).
    private static IEnumerable<Unit> Symbols()
    {
        (string Symbol, string Name, string Prefixes)[] usual =
        [
            ("V", "volt", "- p n u m k M"), ("A", "amp", "- f p n u m k"), ("F", "farad", "- f p n u m"),
            ("S", "siemens", "- f p n u m"), ("s", "second", "- f p n u m"), ("m", "metre", "- f p n u m c d k"),
            ("Hz", "hertz", "- m k M G"), ("M", "molar", "- f p n u m"), ("C", "coulomb", "- f p n u m"),
            ("K", "kelvin", "- m"), ("g", "gram", "- p n u m k"), ("J", "joule", "- f p n u m k M"),
            ("W", "watt", "- f p n u m k M G"), ("N", "newton", "- f p n u m k"), ("Pa", "pascal", "- m h k M"),
            ("T", "tesla", "- f p n u m"), ("H", "henry", "- p n u m"), ("Wb", "weber", "- u m"),
            ("Ohm", "ohm", "- m k M G T"), ("cd", "candela", "-"), ("rad", "radian", "- m"), ("sr", "steradian", "-"),
            ("lm", "lumen", "-"), ("lx", "lux", "-"), ("Bq", "becquerel", "- k M"), ("Gy", "gray", "- m"),
            ("Sv", "sievert", "- u m"), ("kat", "katal", "- n u"),
        ];
        foreach (var (symbol, name, allowed) in usual)
        {
            foreach (var prefix in allowed.Split(' '))
            {
                yield return prefix == "-"
                    ? names[name] with { Name = symbol }
                    : Prefixed(prefix, names[name] with { Name = symbol });
            }
        }
    }
}
