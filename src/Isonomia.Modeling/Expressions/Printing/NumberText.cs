namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>Writes numbers so that reading them gives the same number.</summary>
internal static class NumberText
{
    /// <summary>The shortest such text, whole numbers without a point: "0.1", "-3", "1e-12", "inf".</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        return value.ToString("R").Replace("E+", "e").Replace('E', 'e');
    }

    /// <summary>The same with a point or an exponent, as reals are written: "2.0".</summary>
    public static string OfReal(double value)
    {
        var text = Of(value);
        return text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 || text.TrimStart('-').All(char.IsAsciiDigit)
            ? text + ".0"
            : text;
    }
}
