namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>
/// A sample of positive numbers, sorted, equal ones together, ready for fits from any smallest value on: for each
/// distinct value how many are at or above it, and the sum of their logarithms.
/// </summary>
public sealed class TailSample
{
    private TailSample(double[] values, int[] counts, bool isDiscrete)
    {
        Values = values;
        Counts = counts;
        IsDiscrete = isDiscrete;
        Logs = Array.ConvertAll(values, Math.Log);
        AtOrAbove = new int[values.Length + 1];
        LogSum = new double[values.Length + 1];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            AtOrAbove[i] = AtOrAbove[i + 1] + counts[i];
            LogSum[i] = LogSum[i + 1] + counts[i] * Logs[i];
        }
    }

    /// <summary>Whether the values are whole numbers, of which each has a probability of its own.</summary>
    public bool IsDiscrete { get; }

    /// <summary>The distinct values, ascending.</summary>
    public double[] Values { get; }

    /// <summary>How often each occurs.</summary>
    public int[] Counts { get; }

    /// <summary>How many numbers there are.</summary>
    public int Size => AtOrAbove[0];

    /// <summary>The natural logarithm of each distinct value.</summary>
    internal double[] Logs { get; }

    /// <summary>How many numbers are not below each distinct value; 0 at the end.</summary>
    internal int[] AtOrAbove { get; }

    /// <summary>The sum of the natural logarithms of the numbers not below each distinct value; 0 at the end.</summary>
    internal double[] LogSum { get; }

    /// <summary>A sample of whole numbers of 1 or more: sizes, durations in bins.</summary>
    /// <exception cref="ArgumentException">A number is below 1.</exception>
    public static TailSample OfWhole(IEnumerable<int> numbers) =>
        Of([.. numbers.Select(n => (double)n)], isDiscrete: true, least: 1);

    /// <summary>A sample of positive real numbers.</summary>
    /// <exception cref="ArgumentException">A number is not positive and finite.</exception>
    public static TailSample OfReal(IEnumerable<double> numbers) =>
        Of([.. numbers], isDiscrete: false, least: double.Epsilon);

    /// <summary>The same of whole numbers that are held as real ones and may be larger than integers. Small ones are
    /// counted rather than sorted.</summary>
    internal static TailSample OfDrawn(double[] numbers)
    {
        const int Counted = 1 << 12;
        var small = new int[Counted];
        var large = new List<double>();
        foreach (var number in numbers)
        {
            if (number < Counted)
                small[(int)number]++;
            else
                large.Add(number);
        }

        large.Sort();
        var (values, counts) = (new List<double>(), new List<int>());
        for (var i = 0; i < Counted; i++)
        {
            if (small[i] > 0)
            {
                values.Add(i);
                counts.Add(small[i]);
            }
        }

        Gather(large, values, counts);
        return new TailSample([.. values], [.. counts], isDiscrete: true);
    }

    /// <summary>The place of the first distinct value that is not below <paramref name="xmin"/>.</summary>
    internal int From(double xmin)
    {
        var at = Array.BinarySearch(Values, xmin);
        return at < 0 ? ~at : at;
    }

    private static TailSample Of(double[] numbers, bool isDiscrete, double least)
    {
        Array.Sort(numbers);
        if (numbers.Length > 0 && !(numbers[0] >= least && double.IsFinite(numbers[^1])))
            throw new ArgumentException($"numbers of {least} or more were expected; one is {numbers[0]}", nameof(numbers));
        var (values, counts) = (new List<double>(), new List<int>());
        Gather(numbers, values, counts);
        return new TailSample([.. values], [.. counts], isDiscrete);
    }

    private static void Gather(IReadOnlyList<double> sorted, List<double> values, List<int> counts)
    {
        foreach (var number in sorted)
        {
            if (values.Count == 0 || values[^1] != number)
            {
                values.Add(number);
                counts.Add(0);
            }

            counts[^1]++;
        }
    }
}
