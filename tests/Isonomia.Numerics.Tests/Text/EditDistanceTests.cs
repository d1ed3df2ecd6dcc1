using FsCheck;
using FsCheck.Fluent;
using Isonomia.Numerics.Text;

namespace Isonomia.Numerics.Tests.Text;

public class EditDistanceTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)] // Wagner and Fischer's example
    [InlineData("abc", "acb", 1)]
    [InlineData("ca", "abc", 3)] // optimal string alignment; unrestricted it would be 2
    [InlineData("GABA", "gaba", 0)]
    [InlineData("", "abc", 3)]
    public void Slips_of_the_fingers_are_counted(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(a, b));
        Assert.Equal(distance, EditDistance.Between(b, a));
    }

    [Fact]
    public void A_limit_changes_nothing_below_it() =>
        // Reference: the definition by recursion, without rows and bands. Few letters make near words likely.
        Prop.ForAll(
            Gen.Elements('a', 'b', 'c').ArrayOf().Two().ToArbitrary(),
            Gen.Choose(0, 4).ToArbitrary(),
            (words, limit) =>
            {
                var (a, b) = (new string(words.Item1.AsSpan(0, Math.Min(7, words.Item1.Length))),
                    new string(words.Item2.AsSpan(0, Math.Min(7, words.Item2.Length))));
                var exact = ByDefinition(a, b);
                Assert.Equal(exact, EditDistance.Between(a, b));
                Assert.Equal(Math.Min(exact, limit + 1), EditDistance.Between(a, b, limit));
            }).QuickCheckThrowOnFailure();

    private static int ByDefinition(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length + b.Length;
        var least = Math.Min(
            Math.Min(ByDefinition(a[..^1], b), ByDefinition(a, b[..^1])) + 1,
            ByDefinition(a[..^1], b[..^1]) + (a[^1] == b[^1] ? 0 : 1));
        return a.Length > 1 && b.Length > 1 && a[^1] == b[^2] && a[^2] == b[^1]
            ? Math.Min(least, ByDefinition(a[..^2], b[..^2]) + 1)
            : least;
    }
}
