using System.Collections.Concurrent;

namespace Isonomia.Inference.Sampling;

/// <summary>Evaluates densities on several threads, each with a density of its own.</summary>
internal sealed class DensityTeam(Func<Density> make, int threads) : IDisposable
{
    private const int Chunk = 32;
    private readonly ThreadLocal<Density> own = new(make);
    private readonly ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads) };

    /// <summary>Does something with each item; items must not share state.</summary>
    public void ForEach<T>(T[] items, Action<Density, T> act)
    {
        if (options.MaxDegreeOfParallelism == 1)
        {
            foreach (var item in items)
                act(own.Value!, item);
            return;
        }

        Parallel.ForEach(Partitioner.Create(0, items.Length, Chunk), options, range =>
        {
            var density = own.Value!;
            for (var i = range.Item1; i < range.Item2; i++)
                act(density, items[i]);
        });
    }

    public void Dispose() => own.Dispose();
}
