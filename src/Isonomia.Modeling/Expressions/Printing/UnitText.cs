using System.Text;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>Writes a dimension as units of the language: "volt", "siemens", "metre**2*second**-1".</summary>
internal static class UnitText
{
    private static readonly string[] Base = ["metre", "kilogram", "second", "amp", "kelvin", "mole", "candela"];

    private static readonly Dictionary<Dimension, string> Named = new()
    {
        [Dimension.Voltage] = "volt",
        [Dimension.Charge] = "coulomb",
        [Dimension.Capacitance] = "farad",
        [Dimension.Conductance] = "siemens",
        [Dimension.None / Dimension.Conductance] = "ohm",
        [Dimension.Frequency] = "hertz",
    };

    /// <summary>The units of a dimension, joined by a sign of multiplication; empty without dimension.</summary>
    public static string Of(Dimension dimension)
    {
        if (Named.TryGetValue(dimension, out var name))
            return name;
        var text = new StringBuilder();
        for (var i = 0; i < Base.Length; i++)
        {
            var exponent = dimension.Exponent(i);
            if (exponent == 0)
                continue;
            text.Append(text.Length == 0 ? "" : "*").Append(Base[i]);
            if (exponent != 1)
                text.Append("**").Append(NumberText.Of(exponent));
        }

        return text.ToString();
    }
}
