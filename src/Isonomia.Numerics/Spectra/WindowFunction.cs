namespace Isonomia.Numerics.Spectra;

/// <summary>A window's shape: its name and, where it has one, its parameter. <see cref="Window"/> samples it.</summary>
public sealed record WindowFunction
{
    private WindowFunction(WindowShape shape, double parameter = 0)
    {
        Shape = shape;
        Parameter = parameter;
    }

    /// <summary>All ones.</summary>
    public static WindowFunction Boxcar { get; } = new(WindowShape.Boxcar);

    /// <summary>0.5 - 0.5 cos.</summary>
    public static WindowFunction Hann { get; } = new(WindowShape.Hann);

    /// <summary>0.54 - 0.46 cos.</summary>
    public static WindowFunction Hamming { get; } = new(WindowShape.Hamming);

    /// <summary>Three cosine terms: 0.42, 0.50, 0.08.</summary>
    public static WindowFunction Blackman { get; } = new(WindowShape.Blackman);

    /// <summary>Four cosine terms, side lobes 92 dB down (Harris 1978, Proc IEEE 66:51).</summary>
    public static WindowFunction BlackmanHarris { get; } = new(WindowShape.BlackmanHarris);

    /// <summary>Which family.</summary>
    public WindowShape Shape { get; }

    /// <summary>The family's parameter: beta, alpha or time-half-bandwidth; 0 where it has none.</summary>
    public double Parameter { get; }

    /// <summary>I0(beta sqrt(1 - r^2)) / I0(beta), r from -1 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">beta is negative or not finite.</exception>
    public static WindowFunction Kaiser(double beta) =>
        double.IsFinite(beta) && beta >= 0
            ? new(WindowShape.Kaiser, beta)
            : throw new ArgumentOutOfRangeException(nameof(beta), beta, "must be finite and not negative");

    /// <summary>Flat, with cosine flanks that together take the fraction alpha of the window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">alpha is outside 0..1.</exception>
    public static WindowFunction Tukey(double alpha) =>
        alpha is >= 0 and <= 1
            ? new(WindowShape.Tukey, alpha)
            : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "must lie in 0..1");

    /// <summary>The first Slepian sequence of time-half-bandwidth NW, scaled to a peak of 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">timeHalfBandwidth is not positive and finite.</exception>
    public static WindowFunction Dpss(double timeHalfBandwidth) =>
        double.IsFinite(timeHalfBandwidth) && timeHalfBandwidth > 0
            ? new(WindowShape.Dpss, timeHalfBandwidth)
            : throw new ArgumentOutOfRangeException(
                nameof(timeHalfBandwidth), timeHalfBandwidth, "must be positive and finite");

    /// <summary>The name with its parameter, as <c>hann</c> or <c>kaiser(5)</c>.</summary>
    public override string ToString()
    {
        var name = Shape switch
        {
            WindowShape.Boxcar => "boxcar",
            WindowShape.Hann => "hann",
            WindowShape.Hamming => "hamming",
            WindowShape.Blackman => "blackman",
            WindowShape.BlackmanHarris => "blackman-harris",
            WindowShape.Kaiser => "kaiser",
            WindowShape.Tukey => "tukey",
            _ => "dpss",
        };
        return Shape is WindowShape.Kaiser or WindowShape.Tukey or WindowShape.Dpss ? $"{name}({Parameter})" : name;
    }
}
