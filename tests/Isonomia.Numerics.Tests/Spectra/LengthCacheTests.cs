using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Spectra;

public class LengthCacheTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(20_000)]
    public void What_was_made_last_is_not_made_again(int n)
    {
        var made = 0;
        var cache = new LengthCache<object>(_ =>
        {
            made++;
            return new object();
        });
        var first = cache.Of(n);
        GC.Collect();
        Assert.Same(first, cache.Of(n));
        Assert.Equal(1, made);
    }

    [Fact]
    public void Many_long_lengths_do_not_pile_up()
    {
        List<WeakReference> made = [];
        var cache = new LengthCache<object>(_ =>
        {
            var table = new object();
            made.Add(new WeakReference(table));
            return table;
        });
        for (var n = 20_000; n < 20_100; n++)
            cache.Of(n);
        GC.Collect();
        Assert.InRange(made.Count(table => table.IsAlive), 4, 10);
        GC.KeepAlive(cache);
    }
}
