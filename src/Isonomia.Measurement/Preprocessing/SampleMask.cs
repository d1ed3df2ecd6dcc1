using System.Collections;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>Which samples of a channel are to be measured: all of its stretches, less what is taken out.</summary>
internal sealed class SampleMask(int samples)
{
    private readonly BitArray rejected = new(samples);

    /// <summary>Takes samples out; a range beyond the ends is cut to fit.</summary>
    public void Reject(int first, int end)
    {
        for (var i = Math.Max(0, first); i < Math.Min(rejected.Length, end); i++)
            rejected[i] = true;
    }

    /// <summary>Whether every sample of a range is to be measured.</summary>
    public bool IsClean(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (rejected[i])
                return false;
        }

        return true;
    }

    /// <summary>The clean runs within the given stretches, in order.</summary>
    public IReadOnlyList<SampleRange> CleanRuns(IReadOnlyList<SampleRange> stretches)
    {
        var runs = new List<SampleRange>();
        foreach (var stretch in stretches)
        {
            var first = stretch.First;
            for (var i = stretch.First; i <= stretch.End; i++)
            {
                if (i < stretch.End && !rejected[i])
                    continue;
                if (i > first)
                    runs.Add(new SampleRange(first, i - first));
                first = i + 1;
            }
        }

        return runs;
    }
}
