using Isonomia.Numerics.Random;

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>Random trees, written with no more parentheses than Python needs, are read as they were.</summary>
public class RoundTripTests
{
    private static readonly string[][] Levels =
        [["or"], ["and"], [], ["<", "<=", ">", ">=", "==", "!="], ["+", "-"], ["*", "/", "//", "%"]];

    private static readonly string[] Leaves =
        ["v", "tau_m", "x1", "0.25", "1e-9", "12", "281 pF", "V", "exp(v)", "rand()"];

    [Fact]
    public void Written_trees_are_read_as_they_were()
    {
        for (var i = 0; i < Fuzz.Texts; i++)
        {
            var stream = new RandomStream(i, "tree");
            var (tree, minimal, _) = Make(stream, 1 + stream.Below(6));
            Assert.Equal(Parsing.Expression(tree), Parsing.Expression(minimal));
        }
    }

    // The tree with all parentheses, the text with the fewest, and how strongly its outermost operation binds:
    // the index into the levels, 6 for signs, 7 for powers, 8 for leaves.
    private static (string Tree, string Text, int Strength) Make(RandomStream stream, int depth)
    {
        if (depth == 0)
        {
            var leaf = Leaves[stream.Below(Leaves.Length)];
            return leaf.Contains(' ') ? ($"({leaf.Replace(" ", "*")})", leaf, 7) : (leaf, leaf, 8);
        }

        var a = Make(stream, stream.Below(depth));
        var space = stream.Below(2) == 0 ? " " : "";
        switch (stream.Below(8))
        {
            case 0:
                return ($"(not {a.Tree})", $"not {Within(a, 2)}", 2);
            case 1:
                var sign = stream.Below(4) == 0 ? "+" : "-";
                return ($"({sign}{a.Tree})", sign + Within(a, 6), 6);
            case 2:
                var power = Make(stream, stream.Below(depth));
                // A number with a unit is a product in itself, and stands in parentheses under and over a power.
                return ($"({a.Tree}**{power.Tree})", $"{Within(a, 8)}{space}**{space}{Quantity(power, 6)}", 7);
            default:
                var level = stream.Below(5);
                level = level >= 2 ? level + 1 : level;
                var op = Levels[level][stream.Below(Levels[level].Length)];
                var b = Make(stream, stream.Below(depth));
                var gap = level < 3 || stream.Below(2) == 0 ? " " : "";
                // Comparisons do not associate: a chain means something else.
                var left = Within(a, level == 3 ? 4 : level);
                return ($"({a.Tree} {op} {b.Tree})", $"{left}{gap}{op}{gap}{Within(b, level + 1)}", level);
        }
    }

    private static string Within((string Tree, string Text, int Strength) part, int least) =>
        part.Strength >= least ? part.Text : $"({part.Text})";

    private static string Quantity((string Tree, string Text, int Strength) part, int least) =>
        part.Text.Contains(' ') ? $"({part.Text})" : Within(part, least);
}
