//! *Chinese* is written in simplified characters (mainland China, Singapore) or in traditional ones
//! (Taiwan, Hong Kong, Macau).

use std::collections::HashMap;
use std::sync::LazyLock;

/// A kind of Chinese characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Characters {
    /// Those of mainland China and Singapore.
    Simplified,
    /// Those of Taiwan, Hong Kong and Macau.
    Traditional,
}

/// Frequent characters, each as it is in traditional Chinese and as it is simplified. Left out are
/// those whose simplified character is one of traditional Chinese too, as 后 and 里.
const PAIRS: &str = "
    們们 個个 這这 麼么 說说 誰谁 時时 會会 來来 為为 對对 過过 還还 沒没 問问 題题 開开 關关 頻频 選选 點点 電电
    話话 語语 讀读 寫写 買买 賣卖 錢钱 號号 碼码 聽听 見见 覺觉 學学 國国 東东 車车 長长 門门 間间 現现 實实 發发
    動动 應应 當当 從从 進进 遠远 運运 邊边 達达 連连 網网 線线 給给 結结 經经 紅红 級级 細细 組组 織织 統统 總总
    編编 練练 續续 與与 舉举 興兴 舊旧 藝艺 藥药 處处 術术 補补 裝装 計计 訂订 記记 許许 設设 訪访 評评 試试 詩诗
    該该 認认 誤误 請请 論论 調调 談谈 證证 識识 變变 讓让 議议 護护 財财 責责 費费 資资 質质 購购 贏赢 趕赶 趙赵
    軍军 輕轻 較较 載载 輸输 轉转 辦办 農农 郵邮 鄉乡 醫医 釋释 錄录 錯错 鐘钟 鐵铁 閉闭 陽阳 陰阴 陳陈 階阶 際际
    隊队 雖虽 雙双 難难 響响 頁页 頂顶 順顺 須须 預预 領领 頭头 類类 願愿 風风 飛飞 飯饭 館馆 馬马 驗验 體体 魚鱼
    鳥鸟 麗丽 齊齐 龍龙 億亿 優优 價价 側侧 傳传 傷伤 僅仅 儲储 兒儿 兩两 冊册 則则 剛刚 創创 劇剧 勞劳 勢势 區区
    單单 嗎吗 嘗尝 圖图 團团 園园 圍围 報报 場场 塊块 壓压 壞坏 夢梦 奪夺 獎奖 婦妇 媽妈 孫孙 寶宝 寧宁 審审 導导
    將将 專专 屬属 島岛 師师 帶带 幣币 幫帮 廠厂 張张 強强 彈弹 惡恶 愛爱 態态 慶庆 憶忆 憲宪 懷怀 戰战 戲戏 戶户
    拋抛 掃扫 揮挥 換换 損损 搖摇 擇择 擊击 擔担 據据 擴扩 攝摄 敗败 數数 斷断 曉晓 書书 條条 極极 標标 樓楼 樂乐
    樹树 橋桥 機机 檔档 檢检 權权 歡欢 歲岁 歷历 殺杀 氣气 決决 況况 測测 滿满 漢汉 潔洁 濟济 灣湾 災灾 無无 煙烟
    熱热 燈灯 營营 爭争 爺爷 爾尔 牆墙 狀状 獨独 獲获 環环 產产 畢毕 畫画 異异 療疗 盡尽 監监 盤盘 盧卢 眾众 確确
    礦矿 禮礼 離离 稱称 穩稳 窮穷 競竞 筆笔 節节 簡简 簽签 籃篮 粵粤 約约 紀纪 納纳 紙纸 終终 絕绝 維维 緊紧 緒绪
    縣县 績绩 繼继 罰罚 羅罗 義义 習习 聯联 職职 聲声 腦脑 臉脸 臨临 艦舰 蘇苏 蘭兰 蟲虫 衛卫 規规 視视 親亲 觀观
    訊讯 訓训 訴诉 詞词 詢询 詳详 誠诚 課课 諾诺 謝谢 譯译 貝贝 負负 貢贡 貨货 販贩 貴贵 貼贴 賀贺 賓宾 賞赏 賽赛
    贊赞 輪轮 辭辞 適适 遲迟 遷迁 遺遗 鄰邻 針针 釣钓 鈴铃 銀银 銷销 鎖锁 鎮镇 鏡镜 閱阅 隨随 險险 隱隐 靜静 韓韩
    項项 頓顿 頗颇 顏颜 額额 顧顾 顯显 飲饮 飾饰 養养 騎骑 驚惊 魯鲁 鮮鲜 鴨鸭 麥麦
";

static KIND: LazyLock<HashMap<char, Characters>> = LazyLock::new(|| {
    let pairs = PAIRS.split_whitespace();
    pairs
        .flat_map(|pair| {
            pair.chars()
                .zip([Characters::Traditional, Characters::Simplified])
        })
        .collect()
});

/// In which characters a Chinese text is written; `None` where all of its characters are common to
/// both, or as many are of the one kind as of the other.
#[must_use]
pub fn characters(text: &str) -> Option<Characters> {
    let count = |kind| text.chars().filter(|c| KIND.get(c) == Some(&kind)).count();
    let [simplified, traditional] = [Characters::Simplified, Characters::Traditional].map(count);
    match simplified.cmp(&traditional) {
        std::cmp::Ordering::Less => Some(Characters::Traditional),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Characters::Simplified),
    }
}
