namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>
/// Activity that is gathered at one place of a ring of cells, and so remembers a direction (Compte et al. 2000,
/// doi:10.1093/cercor/10.9.910). Rates are read in 64 bins of 5.6 degrees, turned so that the population vector lies in the
/// middle.
/// </summary>
/// <param name="Peak">The greatest rate of a bin in Hz.</param>
/// <param name="Width">
/// In degrees, between where the rates fall below half of the peak on either side, interpolated. Without a bump it is the
/// width of a fluctuation and means nothing.
/// </param>
public readonly record struct ActivityBump(double Peak, double Width)
{
    private const int Bins = 64;

    /// <summary>Reads a bump.</summary>
    /// <param name="times">Times of spikes in seconds.</param>
    /// <param name="cells">For each spike the cell, from 0, in order around the ring.</param>
    /// <param name="size">How many cells there are.</param>
    /// <param name="from">Spikes after this time count, in seconds.</param>
    /// <param name="to">Spikes up to this time count.</param>
    public static ActivityBump Of(ReadOnlySpan<double> times, ReadOnlySpan<int> cells, int size, double from, double to)
    {
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] <= from || times[i] > to)
                continue;
            var angle = 2 * Math.PI * cells[i] / size;
            (x, y) = (x + Math.Cos(angle), y + Math.Sin(angle));
        }

        var centre = Math.Atan2(y, x);
        var rates = new double[Bins];
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] <= from || times[i] > to)
                continue;
            // The bump's centre comes to lie in the middle of the bins.
            var turn = ((double)cells[i] / size) - (centre / (2 * Math.PI)) + 0.5;
            rates[(int)((turn - Math.Floor(turn)) * Bins)] += Bins / (size * (to - from));
        }

        return new(rates.Max(), WidthOf(rates));
    }

    private static double WidthOf(double[] rates)
    {
        var top = Array.IndexOf(rates, rates.Max());
        var half = rates[top] / 2;
        double At(int bin) => rates[((bin % rates.Length) + rates.Length) % rates.Length];
        double Side(int step)
        {
            for (var d = 1; d < rates.Length / 2; d++)
            {
                var (inner, outer) = (At(top + (step * (d - 1))), At(top + (step * d)));
                if (outer < half)
                    return d - 1 + ((inner - half) / (inner - outer));
            }

            return rates.Length / 2.0;
        }

        return (Side(1) + Side(-1)) * 360 / rates.Length;
    }
}
